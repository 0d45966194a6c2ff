package org.orcacomet.store;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.orcacomet.store.testkit.Samples.creation;
import static org.orcacomet.store.testkit.Samples.key;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.orcacomet.api.ContextId;

class ChangeSetTest {
    private static final Change ONE = creation(key("slice", "users", "vm1"), "text");
    private static final Change STRANGER = creation(key("other", "users", "vm1"), "text");

    static Stream<Arguments> faults() {
        return Stream.of(
                Arguments.of(List.of(), "a change set is empty"),
                Arguments.of(List.of(ONE, STRANGER), "a change is of another context"),
                Arguments.of(List.of(ONE, ONE), "a scope is changed twice"));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void new_refusesWhatIsNoSet(List<Change> changes, String violation) {
        assertThatThrownBy(() -> new ChangeSet(ContextId.parse("slice"), changes))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(violation);
    }
}
