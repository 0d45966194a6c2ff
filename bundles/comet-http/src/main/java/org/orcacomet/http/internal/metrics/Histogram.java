package org.orcacomet.http.internal.metrics;

import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;

/** How long things took: how many of them were done within some limits. Safe for use by many threads, which never wait. */
final class Histogram {
    /** Limits around what a call takes where all is well, and what a client waits for. */
    private static final double[] SECONDS = {0.001, 0.0025, 0.005, 0.01, 0.025, 0.1, 0.5, 2.5, 10};

    private static final long[] NANOS =
            Arrays.stream(SECONDS).mapToLong(limit -> Math.round(limit * 1e9)).toArray();

    private final LongAdder[] buckets =
            Stream.generate(LongAdder::new).limit(SECONDS.length + 1).toArray(LongAdder[]::new);
    private final LongAdder sum = new LongAdder();

    /** Something took so long. */
    void record(long nanos) {
        int bucket = 0;
        while (bucket < NANOS.length && nanos > NANOS[bucket]) {
            bucket++;
        }
        buckets[bucket].increment();
        sum.add(nanos);
    }

    /** Its samples, in a family that was begun, with these labels. */
    void tell(Exposition to, String... labels) {
        String[] withLimit = Arrays.copyOf(labels, labels.length + 2);
        withLimit[labels.length] = "le";
        long count = 0;
        for (int i = 0; i < buckets.length; i++) {
            count += buckets[i].sum();
            withLimit[labels.length + 1] = i < SECONDS.length ? Double.toString(SECONDS[i]) : "+Inf";
            to.part("_bucket", count, withLimit);
        }
        to.part("_sum", sum.sum() / (double) TimeUnit.SECONDS.toNanos(1), labels);
        to.part("_count", count, labels);
    }
}
