package org.orcacomet.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PreconditionTest {
    private static final Optional<Revision> NO_SCOPE = Optional.empty();
    private static final Optional<Revision> SEVEN = Optional.of(Revision.of(7));

    static Stream<Arguments> table() {
        return Stream.of(
                Arguments.of(Precondition.none(), NO_SCOPE, true),
                Arguments.of(Precondition.none(), SEVEN, true),
                Arguments.of(Precondition.absent(), NO_SCOPE, true),
                Arguments.of(Precondition.absent(), SEVEN, false),
                Arguments.of(Precondition.is(Revision.of(7)), NO_SCOPE, false),
                Arguments.of(Precondition.is(Revision.of(7)), SEVEN, true),
                Arguments.of(Precondition.is(Revision.of(8)), SEVEN, false));
    }

    @ParameterizedTest
    @MethodSource("table")
    void holds_comparesWithTheScopeThatIsThere(Precondition demanded, Optional<Revision> current, boolean holds) {
        assertThat(demanded.holds(current)).isEqualTo(holds);
    }

    @Test
    void revision_startsAtOne() {
        assertThatIllegalArgumentException().isThrownBy(() -> Revision.of(0));
    }
}
