package org.orcacomet.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Collections;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class NameTest {
    static Stream<Arguments> refused() {
        return Stream.of(
                Arguments.of("", "contextID is empty"),
                Arguments.of("a\0b", "contextID holds a control character"),
                Arguments.of("a\nb", "contextID holds a control character"),
                Arguments.of("\ud800", "contextID is not Unicode text"),
                Arguments.of(repeat("a", 4097), "contextID takes more than 4096 bytes"),
                Arguments.of(repeat("ä", 2049), "contextID takes more than 4096 bytes"));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void parse_namesTheViolatedRuleAndNotTheInput(String text, String rule) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ContextId.parse(text))
                .withMessage(rule);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "a/b&c%d+e f", " ", "\u00e4\u20ac\ud83d\ude00"})
    void parse_takesAnyOtherUnicode(String text) {
        assertThat(Family.parse(text)).hasToString(text);
    }

    @Test
    void parse_takes4096Bytes() {
        assertThat(EntryKey.parse(repeat("a", 4096)).toString()).hasSize(4096);
    }

    @Test
    void equals_tellsKindsOfNamesApart() {
        assertThat(ContextId.parse("a")).isEqualTo(ContextId.parse("a")).isNotEqualTo(Family.parse("a"));
    }

    private static String repeat(String text, int times) {
        return String.join("", Collections.nCopies(times, text));
    }
}
