package org.orcacomet.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TokenGeneratorTest {
    private static final int MANY = 100_000;

    private final TokenGenerator generator = new TokenGenerator();

    @Test
    void pair_alwaysObeysTheRulesAndIsUrlSafe() {
        for (int i = 0; i < MANY; i++) {
            TokenPair pair = generator.pair();
            assertThat(TokenRules.violation(pair)).isEmpty();
            assertThat(TokenCodec.reveal(pair.read())).matches("[A-Za-z0-9]{24}");
            assertThat(TokenCodec.reveal(pair.write())).matches("[A-Za-z0-9]{24}");
        }
    }

    @Test
    void read_neverRepeats() {
        Set<ReadToken> seen = new HashSet<>();
        for (int i = 0; i < MANY; i++) {
            assertThat(seen.add(generator.read())).isTrue();
        }
    }
}
