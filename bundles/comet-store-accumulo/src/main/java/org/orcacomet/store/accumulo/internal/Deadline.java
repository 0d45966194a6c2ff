package org.orcacomet.store.accumulo.internal;

import java.time.Duration;

/** When a call is given up. */
public final class Deadline {
    private final long end;

    private Deadline(long end) {
        this.end = end;
    }

    /** So long from now. */
    public static Deadline in(Duration time) {
        return new Deadline(System.nanoTime() + time.toNanos());
    }

    /** The time that is left; 0 when it is over. */
    public long remainingNanos() {
        return Math.max(0, end - System.nanoTime());
    }

    boolean isOver() {
        return remainingNanos() == 0;
    }
}
