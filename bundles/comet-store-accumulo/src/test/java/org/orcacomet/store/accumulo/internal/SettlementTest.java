package org.orcacomet.store.accumulo.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.orcacomet.api.ContextId;
import org.orcacomet.api.Revision;
import org.orcacomet.store.StoreUnavailable;

/** What Accumulo says of a write, and what is true of it: the row is a fake, as a real one loses no answer on demand. */
class SettlementTest {
    private static final Optional<Counter> BEFORE = Optional.of(Counter.after(Optional.empty(), Revision.of(1)));

    private static Write write(Optional<Counter> expected) {
        return new Write(
                ContextId.parse("slice"), expected, Counter.after(expected, Revision.of(2)), List.of(), List.of());
    }

    private static boolean settle(FakeRow row, Write write) throws StoreUnavailable {
        return new Settlement(row, write, Deadline.in(Duration.ofSeconds(10))).happened();
    }

    /** What becomes of the attempts, one after the other. */
    private enum Attempt {
        /** It is made, if the counter is the expected one, and the answer says which. */
        ANSWERED,
        /** It is made in the same way, and the answer is lost. */
        ANSWER_LOST,
        /** It never arrives. */
        LOST,
        /** Another's write comes first; then it is made in the same way, and the answer is lost. */
        OTHER_FIRST,
        /** It is made in the same way; then another's write comes, and the answer is lost. */
        OTHER_LATER,
        /** It never arrives, and another's write comes. */
        OTHER_INSTEAD
    }

    static Stream<Arguments> attempts() {
        return Stream.of(
                Arguments.of(List.of(Attempt.ANSWERED), true, 1),
                Arguments.of(List.of(Attempt.ANSWER_LOST), true, 1),
                Arguments.of(List.of(Attempt.LOST, Attempt.ANSWERED), true, 2),
                Arguments.of(List.of(Attempt.LOST, Attempt.LOST, Attempt.ANSWER_LOST), true, 3),
                Arguments.of(List.of(Attempt.LOST, Attempt.OTHER_INSTEAD), false, 2),
                Arguments.of(List.of(Attempt.LOST, Attempt.OTHER_LATER), true, 2),
                Arguments.of(List.of(Attempt.OTHER_FIRST), false, 1),
                Arguments.of(List.of(Attempt.OTHER_LATER), true, 1),
                Arguments.of(List.of(Attempt.OTHER_INSTEAD), false, 1));
    }

    @ParameterizedTest
    @MethodSource("attempts")
    void write_isToldAsItWas(List<Attempt> attempts, boolean happened, int sent) throws Exception {
        for (Optional<Counter> before : List.of(BEFORE, Optional.<Counter>empty())) {
            FakeRow row = new FakeRow(before, attempts);
            assertThat(settle(row, write(before))).isEqualTo(happened);
            assertThat(row.happened).isEqualTo(happened ? 1 : 0);
            assertThat(row.sent).isEqualTo(sent);
        }
    }

    @Test
    void write_isMadeOnceWhenItArrivesLateAndIsSentAgain() throws Exception {
        FakeRow row = new FakeRow(BEFORE, List.of(Attempt.LOST, Attempt.ANSWERED));
        row.lateArrival = true;
        assertThat(settle(row, write(BEFORE))).isTrue();
        assertThat(row.happened).isOne();
    }

    @Test
    void write_thatWasRejectedAtOnceIsNotLookedUp() throws Exception {
        FakeRow row = new FakeRow(Optional.empty(), List.of(Attempt.ANSWERED));
        assertThat(settle(row, write(BEFORE))).isFalse();
        assertThat(row.looked).isZero();
    }

    @Test
    void write_isNotGuessedWhenTooManyCameAfterIt() {
        FakeRow row = new FakeRow(BEFORE, List.of(Attempt.OTHER_LATER));
        row.others = Counter.IDS;
        assertThatThrownBy(() -> settle(row, write(BEFORE)))
                .isInstanceOf(StoreUnavailable.class)
                .hasMessageContaining("may or may not have happened");
    }

    @Test
    void write_isNotGuessedWhenItsTimeIsOver() {
        FakeRow row = new FakeRow(BEFORE, List.of(Attempt.LOST));
        assertThatThrownBy(() -> new Settlement(row, write(BEFORE), Deadline.in(Duration.ZERO)).happened())
                .isInstanceOf(StoreUnavailable.class)
                .hasMessageContaining("may or may not have happened");
    }

    @Test
    void write_isNotGuessedWhenTheCounterCannotBeRead() {
        FakeRow row = new FakeRow(BEFORE, List.of(Attempt.ANSWER_LOST));
        row.silent = true;
        assertThatThrownBy(() -> settle(row, write(BEFORE))).isInstanceOf(StoreUnavailable.class);
    }

    private static final class FakeRow implements Row {
        private final Deque<Attempt> attempts;
        private Optional<Counter> counter;
        private Optional<Write> late = Optional.empty();
        private boolean lateArrival;
        private boolean silent;
        private int others = 1;
        private int sent;
        private int happened;
        private int looked;

        FakeRow(Optional<Counter> counter, List<Attempt> attempts) {
            this.counter = counter;
            this.attempts = new ArrayDeque<>(attempts);
        }

        @Override
        public Outcome send(Write write) {
            sent++;
            late.ifPresent(this::make);
            return switch (attempts.remove()) {
                case ANSWERED -> make(write);
                case ANSWER_LOST -> lost(make(write));
                case LOST -> lost(later(write));
                case OTHER_FIRST -> lost(others(), make(write));
                case OTHER_LATER -> lost(make(write), others());
                case OTHER_INSTEAD -> lost(others());
            };
        }

        private Outcome make(Write write) {
            if (!counter.equals(write.expected())) {
                return Outcome.REJECTED;
            }
            counter = Optional.of(write.next());
            happened++;
            return Outcome.ACCEPTED;
        }

        private Outcome later(Write write) {
            late = lateArrival ? Optional.of(write) : Optional.empty();
            return Outcome.UNKNOWN;
        }

        private Outcome others() {
            for (int i = 0; i < others; i++) {
                counter = Optional.of(Counter.after(counter, Revision.of(9)));
            }
            return Outcome.UNKNOWN;
        }

        private static Outcome lost(Outcome... truths) {
            assertThat(truths).isNotEmpty();
            return Outcome.UNKNOWN;
        }

        @Override
        public Optional<Counter> counter() throws StoreUnavailable {
            looked++;
            if (silent) {
                throw new StoreUnavailable("silent");
            }
            return counter;
        }
    }
}
