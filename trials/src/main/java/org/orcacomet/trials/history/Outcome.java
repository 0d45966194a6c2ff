package org.orcacomet.trials.history;

/**
 * What a call was answered.
 *
 * @param answer which kind of answer
 * @param revision the revision that it told; 0 if none
 * @param value the value that a read showed; empty for the others
 */
record Outcome(Answered answer, long revision, String value) {
    enum Answered {
        /** It was done: a change. */
        DONE,
        /** It was refused, as its demand did not hold. */
        CONFLICT,
        /** A read found a value. */
        PRESENT,
        /** A read found a tombstone. */
        DELETED,
        /** A read found nothing. */
        ABSENT,
        /** There was no answer: it may have happened, once, or not. */
        UNKNOWN
    }

    static final Outcome UNKNOWN = new Outcome(Answered.UNKNOWN, 0, "");
    static final Outcome DELETED = new Outcome(Answered.DELETED, 0, "");
    static final Outcome ABSENT = new Outcome(Answered.ABSENT, 0, "");

    /** A write that was done, under this revision. */
    static Outcome done(long revision) {
        return new Outcome(Answered.DONE, revision, "");
    }

    /** A compare-and-set that was refused, as the scope has this revision; 0 if there is no scope. */
    static Outcome conflict(long current) {
        return new Outcome(Answered.CONFLICT, current, "");
    }

    /** A read that found this. */
    static Outcome present(String value, long revision) {
        return new Outcome(Answered.PRESENT, revision, value);
    }

    /** Whether a call that was answered so has left the scope as it was, whatever it asked for. */
    boolean changesNothing() {
        return answer != Answered.DONE && answer != Answered.UNKNOWN;
    }

    boolean isUnknown() {
        return answer == Answered.UNKNOWN;
    }
}
