package org.orcacomet.trials.history;

/**
 * A call on one scope, and what is known of it. It happened, if it did, at one moment from {@code call} to {@code end}.
 *
 * @param call the moment before it was sent
 * @param end the moment after its answer, or, where there was none, the one from which on it cannot happen any more
 * @param kind what it asked for
 * @param value what it writes; empty for the others
 * @param expected the revision that a compare-and-set demands; 0 that there be no scope
 * @param outcome what it was answered
 */
record Operation(long call, long end, Kind kind, String value, long expected, Outcome outcome) {
    enum Kind {
        WRITE,
        COMPARE_AND_SET,
        DELETE,
        READ
    }

    /** The same, but it cannot have happened later than this. */
    Operation endingAt(long moment) {
        return new Operation(call, moment, kind, value, expected, outcome);
    }

    /** The highest revision that the scope may have before this call happens, by what it was answered. */
    long ceiling() {
        if (outcome.revision() == 0) {
            return Long.MAX_VALUE;
        }
        return outcome.answer() == Outcome.Answered.DONE ? outcome.revision() - 1 : outcome.revision();
    }
}
