package org.orcacomet.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** As UTF-8, each half of a character would be the same question mark: tokens would match that are not equal. */
class UnicodeTest {
    @ParameterizedTest
    @ValueSource(strings = {"\ud83d", "ReadToken1\ud83d", "\ude00ReadToken1", "Read\ude00\ud83dToken1"})
    void halfOfACharacter_isRefused(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TokenCodec.readToken(text))
                .withMessage("readToken is not Unicode text");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TokenCodec.writeToken(text))
                .withMessage("writeToken is not Unicode text");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ScopeValue.of(text))
                .withMessage("the value is not Unicode text");
    }

    @Test
    void wholeCharacters_areTaken() {
        assertThat(ScopeValue.of("\u00e4\ud83d\ude00").text()).contains("\u00e4\ud83d\ude00");
        assertThat(TokenCodec.reveal(TokenCodec.readToken("\ud83d\ude00"))).isEqualTo("\ud83d\ude00");
    }
}
