package org.orcacomet.journal.internal;

import java.time.Duration;
import java.util.Optional;
import org.orcacomet.api.CometException;
import org.orcacomet.journal.Claim;

/** A claim for which something is owed, and how paying it went. Times are {@link System#nanoTime}. */
final class Debt {
    private final Claim claim;
    private int attempts;
    private long due = System.nanoTime();
    private Optional<CometException> failure = Optional.empty();
    private boolean reported;

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
        postpone(backoff.after(attempts, why));
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
