package org.orcacomet.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokenRulesTest {
    private static final String GOOD = "Abcdefg1";

    static Stream<Arguments> violations() {
        return Stream.of(
                Arguments.of("Abcdef1", "Bbcdefg1", "readToken is shorter than 8 characters"),
                Arguments.of("Abcdefgh", "Bbcdefg1", "readToken has no digit"),
                Arguments.of("ABCDEFG1", "Bbcdefg1", "readToken has no lower-case letter"),
                Arguments.of("abcdefg1", "Bbcdefg1", "readToken has no upper-case letter"),
                Arguments.of("Abcd efg1", "Bbcdefg1", "readToken holds white space"),
                Arguments.of("Abcd\tefg1", "Bbcdefg1", "readToken holds white space"),
                Arguments.of("Abcd\u00a0efg1", "Bbcdefg1", "readToken holds white space"),
                Arguments.of(GOOD, "short", "writeToken is shorter than 8 characters"),
                Arguments.of(GOOD, GOOD, "readToken and writeToken are equal"));
    }

    @ParameterizedTest
    @MethodSource("violations")
    void violation_namesTheRule(String read, String write, String rule) {
        assertThat(TokenRules.violation(pair(read, write))).contains(rule);
    }

    @Test
    void violation_isEmptyForStrongTokensThatDiffer() {
        assertThat(TokenRules.violation(pair(GOOD, "Bbcdefg1"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t\n"})
    void readToken_refusesBlanks(String blank) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TokenCodec.readToken(blank))
                .withMessage("readToken is blank");
    }

    @Test
    void toString_showsNothingOfAToken() {
        TokenPair pair = pair(GOOD, "Bbcdefg1");

        assertThat(pair.toString() + pair.read() + pair.write())
                .isEqualTo("TokenPair[redacted]ReadToken[redacted]WriteToken[redacted]");
    }

    @Test
    void equals_comparesTheCharacters() {
        assertThat(pair(GOOD, "x")).isEqualTo(pair(GOOD, "x")).isNotEqualTo(pair(GOOD, "y"));
    }

    private static TokenPair pair(String read, String write) {
        return TokenPair.of(TokenCodec.readToken(read), TokenCodec.writeToken(write));
    }
}
