package org.orcacomet.trials.history;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.orcacomet.trials.history.Operation.Kind;

class BoundsTest {
    private static final long NEVER = Long.MAX_VALUE;
    private static final int HEAD = 1;
    private static final int OTHER = 2;

    private final Ends ends = new Ends();
    private final History history = new History(0);

    private void lost() {
        history.doubt(new Operation(10, 20, Kind.WRITE, "lost", 0, Outcome.UNKNOWN), HEAD);
    }

    private void answered(long call, Kind kind, Outcome outcome) {
        history.add(new Operation(call, call + 5, kind, "other", 0, outcome));
    }

    private long bound(boolean isStoreApart) {
        return new Bounds(ends, isStoreApart)
                .of(history).stream()
                        .filter(call -> call.outcome().isUnknown())
                        .mapToLong(Operation::end)
                        .sum();
    }

    @Test
    void lostCall_mayHappenForAsLongAsItsHeadRuns() {
        lost();
        ends.ended(HEAD, 5);
        ends.ended(OTHER, 30);
        assertThat(bound(false)).isEqualTo(NEVER);
        ends.ended(HEAD, 50);
        ends.ended(HEAD, 40);
        assertThat(bound(false)).isEqualTo(40);
    }

    @Test
    void lostCall_mayHappenInAStoreThatIsApartUntilALaterChangeKeepsItFromDoingSo() {
        lost();
        ends.ended(HEAD, 40);
        answered(30, Kind.WRITE, Outcome.done(1));
        answered(50, Kind.READ, Outcome.present("other", 1));
        answered(60, Kind.DELETE, Outcome.done(0));
        answered(70, Kind.COMPARE_AND_SET, Outcome.conflict(1));
        assertThat(bound(true)).isEqualTo(NEVER);
        answered(90, Kind.WRITE, Outcome.done(3));
        answered(80, Kind.COMPARE_AND_SET, Outcome.done(2));
        assertThat(bound(true)).isEqualTo(85);
    }

    @Test
    void answeredCall_endsWithItsAnswer() {
        answered(30, Kind.WRITE, Outcome.done(1));
        assertThat(new Bounds(ends, true).of(history)).isEqualTo(history.operations());
    }
}
