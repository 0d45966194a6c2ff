package org.orcacomet.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.orcacomet.api.ReadToken;
import org.orcacomet.api.TokenCodec;

class TokenHashTest {
    private static final ReadToken TOKEN = TokenCodec.readToken("Grüße 1x");

    @Test
    void toBytes_isOneThenTheSaltThenSha256OfSaltAndToken() throws Exception {
        byte[] bytes = TokenHash.of(TOKEN).toBytes();
        MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
        sha256.update(bytes, 1, 16);
        byte[] digest = sha256.digest("Grüße 1x".getBytes(StandardCharsets.UTF_8));
        assertThat(bytes).hasSize(49).startsWith(1).endsWith(digest);
    }

    @Test
    void of_saltsEachTimeAnew() {
        assertThat(TokenHash.of(TOKEN)).isNotEqualTo(TokenHash.of(TOKEN));
    }

    @Test
    void matches_thatTokenAlone() {
        TokenHash kept = TokenHash.ofBytes(TokenHash.of(TOKEN).toBytes());
        assertThat(kept.matches(TOKEN)).isTrue();
        assertThat(kept.matches(TokenCodec.readToken("grüße 1x"))).isFalse();
        assertThat(kept.matches(TokenCodec.readToken("Grüße 1x "))).isFalse();
    }

    @Test
    void ofBytes_refusesOtherForms() {
        byte[] bytes = TokenHash.of(TOKEN).toBytes();
        assertThatThrownBy(() -> TokenHash.ofBytes(Arrays.copyOf(bytes, 48)))
                .hasMessage("a token's hash is not of form v1");
        bytes[0] = 2;
        assertThatThrownBy(() -> TokenHash.ofBytes(bytes)).hasMessage("a token's hash is not of form v1");
    }

    @Test
    void toString_showsNothing() {
        assertThat(TokenHash.of(TOKEN)).hasToString("TokenHash[redacted]");
    }
}
