package org.orcacomet.trials.history;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.orcacomet.trials.history.Operation.Kind;
import org.orcacomet.trials.history.Outcome.Answered;

/** Histories of a scope that behaves: it is written here a second time, without the checker's model. */
final class SimulatedHistory {
    private static final int CALLERS = 8;
    private static final int LONGEST_CALL = 5;
    private static final int ANSWERS_PER_LOSS = 25;

    private final Random random;
    private boolean there;
    private boolean deleted;
    private String value = "";
    private long revision;

    SimulatedHistory(long seed) {
        random = new Random(seed);
    }

    /** So many calls: each happens at a moment of its own, and begins before it and ends after it. */
    List<Operation> operations(int number) {
        return IntStream.range(0, number).mapToObj(i -> operation(i)).toList();
    }

    private Operation operation(int i) {
        long moment = 1 + 10L * i;
        long call = moment - random.nextInt(LONGEST_CALL * CALLERS);
        long end = moment + random.nextInt(LONGEST_CALL * CALLERS);
        Kind kind = Kind.values()[random.nextInt(Kind.values().length)];
        long expected = random.nextInt(3) == 0 ? 0 : Math.max(0, revision - random.nextInt(2));
        Outcome outcome = outcome(kind, "v" + i, expected);
        boolean lost = kind != Kind.READ && random.nextInt(ANSWERS_PER_LOSS) == 0;
        return new Operation(call, end, kind, "v" + i, expected, lost ? Outcome.UNKNOWN : outcome);
    }

    private Outcome outcome(Kind kind, String fresh, long expected) {
        switch (kind) {
            case READ:
                return there ? Outcome.present(value, revision) : deleted ? Outcome.DELETED : Outcome.ABSENT;
            case DELETE:
                revision += there ? 1 : 0;
                deleted |= there;
                there = false;
                return Outcome.done(0);
            case COMPARE_AND_SET:
                long current = there ? revision : 0;
                return current == expected ? written(fresh) : Outcome.conflict(current);
            default:
                return written(fresh);
        }
    }

    private Outcome written(String fresh) {
        there = true;
        value = fresh;
        revision++;
        return Outcome.done(revision);
    }

    /** The same history, but one read in its middle shows what was there long before. */
    static List<Operation> forge(List<Operation> history, Random random) {
        List<Operation> forged = new ArrayList<>(history);
        int later = history.size() / 2 + random.nextInt(history.size() / 4);
        while (history.get(later).outcome().answer() != Answered.PRESENT) {
            later++;
        }
        int earlier = later - 100;
        while (history.get(earlier).outcome().answer() != Answered.PRESENT) {
            earlier--;
        }
        Operation read = history.get(later);
        Outcome stale = history.get(earlier).outcome();
        forged.set(later, new Operation(read.call(), read.end(), read.kind(), read.value(), read.expected(), stale));
        return forged;
    }
}
