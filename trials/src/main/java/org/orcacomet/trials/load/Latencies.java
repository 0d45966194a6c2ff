package org.orcacomet.trials.load;

import java.util.concurrent.atomic.AtomicLongArray;

/** How long calls took, counted in steps of a tenth of a millisecond. Safe for use by many threads. */
final class Latencies {
    private static final int STEP_NANOS = 100_000;
    private static final int STEPS = 200_000;

    private final AtomicLongArray counts = new AtomicLongArray(STEPS);

    void add(long nanos) {
        counts.incrementAndGet((int) Math.min(STEPS - 1, nanos / STEP_NANOS));
    }

    /** How many there are. */
    long size() {
        long size = 0;
        for (int i = 0; i < STEPS; i++) {
            size += counts.get(i);
        }
        return size;
    }

    /** The milliseconds within which so many of a hundred were done. */
    double percentile(int percent) {
        long left = (size() * percent + 99) / 100;
        int step = 0;
        while (left > 0 && step < STEPS) {
            left -= counts.get(step);
            step++;
        }
        return step / 10.0;
    }
}
