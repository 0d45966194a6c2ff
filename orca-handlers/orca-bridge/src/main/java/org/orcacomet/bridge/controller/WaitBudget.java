package org.orcacomet.bridge.controller;

import java.time.Duration;
import java.util.function.LongSupplier;
import org.orcacomet.orca.spi.LifecycleException;

/**
 * How long one createSlice or modifySlice may wait for COMET, all its calls together: what one of them used, the next has
 * no more. Safe for use by many threads.
 */
final class WaitBudget {
    /** Something that takes a while, and knows how long it may. */
    interface Wait<T> {
        T within(Duration bound) throws LifecycleException;
    }

    private final LongSupplier nanoTime;
    private long left;

    WaitBudget(Duration whole, LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.left = whole.toNanos();
    }

    /** Lets it wait for what is left, and takes off what it used. */
    <T> T spend(Wait<T> wait) throws LifecycleException {
        long begin = nanoTime.getAsLong();
        try {
            return wait.within(left());
        } finally {
            use(nanoTime.getAsLong() - begin);
        }
    }

    private synchronized void use(long nanos) {
        left -= nanos;
    }

    /** What is left; never less than nothing. */
    synchronized Duration left() {
        return Duration.ofNanos(Math.max(0, left));
    }
}
