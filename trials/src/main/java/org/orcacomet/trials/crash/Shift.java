package org.orcacomet.trials.crash;

import java.util.function.BooleanSupplier;
import java.util.function.IntPredicate;
import org.orcacomet.trials.service.Heads;

/**
 * A time at work.
 *
 * @param heads which heads are called
 * @param mayFail whether the head of this number may fail now
 * @param goesOn whether to go on
 * @param changes how many changes each writer makes at most
 */
record Shift(Heads heads, IntPredicate mayFail, BooleanSupplier goesOn, int changes) {
    /** So many changes of each, none of which may fail. */
    static Shift of(Heads heads, int changes) {
        return new Shift(heads, head -> false, () -> true, changes);
    }

    /** Changes without end, which may fail. */
    static Shift untilAllFail(Heads heads, IntPredicate mayFail) {
        return new Shift(heads, mayFail, () -> true, Integer.MAX_VALUE);
    }
}
