package org.orcacomet.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class WriteBatchTest {
    private static final TokenPair TOKENS = new TokenGenerator().pair();

    static Stream<Arguments> refused() {
        return Stream.of(
                Arguments.of(Collections.emptyList(), "a batch takes from 1 to 1000 entries"),
                Arguments.of(many(1001), "a batch takes from 1 to 1000 entries"),
                Arguments.of(Arrays.asList(write("c", "k"), write("d", "k")), "entry 1 is of another context"),
                Arguments.of(
                        Arrays.asList(write("c", "k"), write("c", "l"), write("c", "k")),
                        "entry 2 names a scope that an earlier one names"));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void of_namesTheRuleAndTheEntry(List<ScopeWrite> writes, String rule) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WriteBatch.of(writes))
                .withMessage(rule);
    }

    @Test
    void of_takes1000Writes() {
        assertThat(WriteBatch.of(many(1000)).writes()).hasSize(1000);
    }

    private static List<ScopeWrite> many(int count) {
        return IntStream.range(0, count).mapToObj(i -> write("c", "k" + i)).collect(Collectors.toList());
    }

    private static ScopeWrite write(String context, String key) {
        ScopeKey name = ScopeKey.of(ContextId.parse(context), Family.parse("f"), EntryKey.parse(key));
        return ScopeWrite.of(name, TOKENS, ScopeValue.of("v"));
    }
}
