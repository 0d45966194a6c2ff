package org.orcacomet.journal.internal;

import java.time.Duration;
import java.util.Optional;
import org.orcacomet.api.CometException;
import org.orcacomet.journal.Claim;
import org.orcacomet.journal.Claim.State;

/** A claim for which something is owed, and how paying it went. Times are {@link System#nanoTime}. */
final class Debt {
    private final Claim claim;
    private int attempts;
    private long due = System.nanoTime();
    private Optional<CometException> failure = Optional.empty();
    private boolean reported;
    private boolean lateWrite;

    Debt(Claim claim) {
        this.claim = claim;
    }

    Claim claim() {
        return claim;
    }

    int attempts() {
        return attempts;
    }

    Optional<CometException> failure() {
        return failure;
    }

    boolean refused() {
        return failure.filter(f -> !f.retryable()).isPresent();
    }

    long untilDue(long now) {
        return due - now;
    }

    /** To be tried at once, as if for the first time. */
    void hurry() {
        attempts = 0;
        failure = Optional.empty();
        due = System.nanoTime();
    }

    void failed(Optional<CometException> why, Backoff backoff) {
        attempts++;
        failure = why;
        lateWrite = lateWrite || unanswered(why);
        postpone(backoff.after(attempts, why));
    }

    /** Whether this failure leaves a write that may still arrive, though nobody waits for its answer any more. */
    boolean unanswered(Optional<CometException> why) {
        return claim.state() == State.WRITE_OWED
                && why.filter(CometException::retryable).isPresent();
    }

    /** Whether a write of its scope may still arrive. */
    boolean expectsLateWrite() {
        return lateWrite;
    }

    /** From now on a write of its scope may still arrive. */
    void expectLateWrite() {
        lateWrite = true;
    }

    /** Whether it is a delete that worked, but must work once more, after this time, for a write that arrives late. */
    boolean toBeRepeated(Duration delay) {
        boolean once = lateWrite && claim.state() == State.DELETE_OWED;
        if (once) {
            lateWrite = false;
            hurry();
            postpone(delay);
        }
        return once;
    }

    private void postpone(Duration delay) {
        due = System.nanoTime() + delay.toNanos();
    }

    /** Whether it is refused and nobody was told yet; from now on somebody was. */
    boolean toBeReported() {
        boolean first = refused() && !reported;
        reported = reported || first;
        return first;
    }
}
