package org.orcacomet.trials.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.orcacomet.trials.history.Operation.Kind;

class LinearizabilityTest {
    private static final long NEVER = Long.MAX_VALUE;

    static Stream<Arguments> good() {
        return Stream.of(
                history("nothing at all"),
                history("one after the other", write(0, 1, "a", 1), read(2, 3, "a", 1), write(4, 5, "b", 2)),
                history(
                        "a read beside a write sees the old",
                        write(0, 1, "a", 1),
                        write(2, 9, "b", 2),
                        read(3, 4, "a", 1)),
                history(
                        "a read beside a write sees the new",
                        write(0, 1, "a", 1),
                        write(2, 9, "b", 2),
                        read(3, 4, "b", 2)),
                history(
                        "two writes at a time, in either order",
                        write(0, 9, "a", 2),
                        write(1, 8, "b", 1),
                        read(10, 11, "a", 2)),
                history(
                        "one of two compare-and-sets wins",
                        write(0, 1, "a", 1),
                        set(2, 9, "b", 1, Outcome.done(2)),
                        set(3, 8, "c", 1, Outcome.conflict(2))),
                history(
                        "a create-only write of what is not there",
                        set(0, 1, "a", 0, Outcome.done(1)),
                        set(2, 3, "b", 0, Outcome.conflict(1))),
                history(
                        "a deletion, and a new life",
                        write(0, 1, "a", 1),
                        delete(2, 3),
                        deleted(4, 5),
                        set(6, 7, "b", 0, Outcome.done(3))),
                history(
                        "deletions of what is not there",
                        delete(0, 1),
                        absent(2, 3),
                        write(4, 5, "a", 1),
                        delete(6, 7),
                        delete(8, 9),
                        write(10, 11, "b", 3)),
                history(
                        "a demand on what was deleted",
                        write(0, 1, "a", 1),
                        delete(2, 3),
                        set(4, 5, "b", 1, Outcome.conflict(0))),
                history("an unknown write that happened", lost(0, NEVER, "a"), read(2, 3, "a", 1)),
                history("an unknown write that did not happen", lost(0, NEVER, "a"), absent(2, 3), write(4, 5, "b", 1)),
                history(
                        "an unknown write that happens late",
                        lost(0, NEVER, "a"),
                        absent(2, 3),
                        write(4, 5, "b", 1),
                        read(6, 7, "a", 2)),
                history(
                        "an unknown write that is known by its revision alone",
                        lost(0, NEVER, "a"),
                        write(2, 3, "b", 2)),
                history(
                        "an unknown write that happened before its end",
                        write(0, 1, "a", 1),
                        lost(2, 5, "b"),
                        read(6, 7, "b", 2)),
                history("an unknown deletion that happened", write(0, 1, "a", 1), lostDelete(2, NEVER), deleted(4, 5)),
                history(
                        "an unknown deletion that did not",
                        write(0, 1, "a", 1),
                        lostDelete(2, NEVER),
                        read(4, 5, "a", 1)),
                history(
                        "an unknown compare-and-set that did not hold",
                        write(0, 1, "a", 1),
                        lostSet(2, NEVER, "b", 7),
                        write(4, 5, "c", 2)));
    }

    static Stream<Arguments> bad() {
        return Stream.of(
                history("a lost update", write(0, 1, "a", 1), absent(2, 3)),
                history("a lost update under another", write(0, 1, "a", 1), write(2, 3, "b", 1)),
                history(
                        "both of two compare-and-sets win",
                        write(0, 1, "a", 1),
                        set(2, 9, "b", 1, Outcome.done(2)),
                        set(3, 8, "c", 1, Outcome.done(3))),
                history("a stale read", write(0, 1, "a", 1), write(2, 3, "b", 2), read(4, 5, "a", 1)),
                history(
                        "reads that go back",
                        write(0, 1, "a", 1),
                        write(2, 19, "b", 2),
                        read(3, 4, "b", 2),
                        read(5, 6, "a", 1)),
                history("a read of what nobody wrote", write(0, 1, "a", 1), read(2, 3, "z", 1)),
                history("a read of what is written later", read(0, 1, "a", 1), write(2, 3, "a", 1)),
                history("a read with another's revision", write(0, 1, "a", 1), write(2, 3, "b", 2), read(4, 5, "b", 1)),
                history(
                        "a failed write that shows up after being overwritten",
                        lost(0, NEVER, "a"),
                        read(2, 3, "a", 1),
                        write(4, 5, "b", 2),
                        read(6, 7, "a", 3)),
                history(
                        "a write that was refused and shows up",
                        write(0, 1, "a", 1),
                        set(2, 3, "b", 9, Outcome.conflict(1)),
                        read(4, 5, "b", 2)),
                history(
                        "a write that shows up after its process ended",
                        lost(0, 3, "a"),
                        absent(4, 5),
                        read(6, 7, "a", 1)),
                history(
                        "an unknown write that happens twice",
                        lost(0, NEVER, "a"),
                        write(2, 3, "b", 2),
                        write(4, 5, "c", 4)),
                history(
                        "an unknown compare-and-set that did not hold, and happened",
                        write(0, 1, "a", 1),
                        lostSet(2, NEVER, "b", 7),
                        read(4, 5, "b", 2)),
                history("a lost tombstone", write(0, 1, "a", 1), delete(2, 3), absent(4, 5)),
                history("a deleted scope that comes back", write(0, 1, "a", 1), delete(2, 3), read(4, 5, "a", 1)),
                history(
                        "a revision that goes back after a deletion",
                        write(0, 1, "a", 1),
                        delete(2, 3),
                        write(4, 5, "b", 1)),
                history("a revision that is skipped", write(0, 1, "a", 1), write(2, 3, "b", 3)),
                history("a conflict that was none", write(0, 1, "a", 1), set(2, 3, "b", 1, Outcome.conflict(1))),
                history(
                        "a conflict that tells an old revision",
                        write(0, 1, "a", 1),
                        write(2, 3, "b", 2),
                        set(4, 5, "c", 7, Outcome.conflict(1))),
                history(
                        "a create-only write over what is there",
                        write(0, 1, "a", 1),
                        set(2, 3, "b", 0, Outcome.done(2))),
                history("a tombstone of what never was", deleted(0, 1)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("good")
    void violation_acceptsWhatCanBeToldInOrder(String name, List<Operation> history) {
        assertThat(Linearizability.violation(history)).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bad")
    void violation_rejectsWhatCannot(String name, List<Operation> history) {
        assertThat(Linearizability.violation(history)).isPresent();
    }

    @ParameterizedTest
    @MethodSource({"good", "bad"})
    void violation_isTheSameWhateverTheOrderOfTheList(String name, List<Operation> history) {
        List<Operation> shuffled = new ArrayList<>(history);
        Collections.shuffle(shuffled, new Random(7));
        assertThat(Linearizability.violation(shuffled).isPresent())
                .isEqualTo(Linearizability.violation(history).isPresent());
    }

    @Test
    void violation_namesTheCallAtWhichNoStoryIsLeft() {
        Operation lost = absent(2, 3);
        List<Operation> history = List.of(write(0, 1, "a", 1), lost, absent(6, 7));
        assertThat(Linearizability.violation(history)).contains(lost);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void violation_acceptsWhatAScopeDid(long seed) {
        assertThat(Linearizability.violation(new SimulatedHistory(seed).operations(2_000)))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void violation_rejectsWhatAScopeDidWithOneAnswerForged(long seed) {
        List<Operation> history = new SimulatedHistory(seed).operations(2_000);
        assertThat(Linearizability.violation(SimulatedHistory.forge(history, new Random(seed))))
                .isPresent();
    }

    private static Arguments history(String name, Operation... operations) {
        return Arguments.of(name, List.of(operations));
    }

    private static Operation write(long call, long end, String value, long revision) {
        return new Operation(call, end, Kind.WRITE, value, 0, Outcome.done(revision));
    }

    private static Operation set(long call, long end, String value, long expected, Outcome outcome) {
        return new Operation(call, end, Kind.COMPARE_AND_SET, value, expected, outcome);
    }

    private static Operation delete(long call, long end) {
        return new Operation(call, end, Kind.DELETE, "", 0, Outcome.done(0));
    }

    private static Operation read(long call, long end, String value, long revision) {
        return new Operation(call, end, Kind.READ, "", 0, Outcome.present(value, revision));
    }

    private static Operation deleted(long call, long end) {
        return new Operation(call, end, Kind.READ, "", 0, Outcome.DELETED);
    }

    private static Operation absent(long call, long end) {
        return new Operation(call, end, Kind.READ, "", 0, Outcome.ABSENT);
    }

    private static Operation lost(long call, long end, String value) {
        return new Operation(call, end, Kind.WRITE, value, 0, Outcome.UNKNOWN);
    }

    private static Operation lostSet(long call, long end, String value, long expected) {
        return new Operation(call, end, Kind.COMPARE_AND_SET, value, expected, Outcome.UNKNOWN);
    }

    private static Operation lostDelete(long call, long end) {
        return new Operation(call, end, Kind.DELETE, "", 0, Outcome.UNKNOWN);
    }
}
