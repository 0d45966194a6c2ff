package org.orcacomet.service.testkit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/** How long attempts take, each beside the others, and how far the distributions of their times overlap. */
public final class Timings {
    private static final int BINS = 100;
    private static final double WARM_UP = 0.2;

    private final Map<String, long[]> nanos = new LinkedHashMap<>();

    private Timings() {}

    /** Something to be timed. */
    @FunctionalInterface
    public interface Attempt {
        /** Does it once. */
        void run() throws Exception;
    }

    /** Times each of these so many times, in an order that is drawn anew in each round. The first fifth is left out. */
    public static Timings of(Map<String, Attempt> attempts, int rounds) throws Exception {
        Timings timings = new Timings();
        int warmUp = (int) (rounds * WARM_UP);
        List<String> order = new ArrayList<>(attempts.keySet());
        order.forEach(name -> timings.nanos.put(name, new long[rounds - warmUp]));
        Random random = new Random();
        for (int round = 0; round < rounds; round++) {
            Collections.shuffle(order, random);
            for (String name : order) {
                long start = System.nanoTime();
                attempts.get(name).run();
                long took = System.nanoTime() - start;
                if (round >= warmUp) {
                    timings.nanos.get(name)[round - warmUp] = took;
                }
            }
        }
        timings.nanos.values().forEach(Arrays::sort);
        return timings;
    }

    /** A table: the quartiles of each, how far it overlaps with the first, and how often it is slower than the first. */
    @Override
    public String toString() {
        StringBuilder table = new StringBuilder(
                "| attempt | p25, ns | median | p75 | overlap | slower |\n|---|---|---|---|---|---|\n");
        long[] first = nanos.values().iterator().next();
        nanos.forEach((name, times) -> table.append(String.format(
                Locale.ROOT,
                "| %s | %d | %d | %d | %.3f | %.3f |%n",
                name,
                times[times.length / 4],
                times[times.length / 2],
                times[times.length * 3 / 4],
                overlap(first, times),
                slower(first, times))));
        return table.toString();
    }

    /** The part that two distributions have in common: 1 if they are the same, 0 if one value tells them apart. */
    static double overlap(long[] one, long[] other) {
        long[] both = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        Arrays.sort(both);
        double common = 0;
        for (int bin = 0; bin < BINS; bin++) {
            long from = bin == 0 ? Long.MIN_VALUE : both[(int) ((long) both.length * bin / BINS)];
            long to = bin == BINS - 1 ? Long.MAX_VALUE : both[(int) ((long) both.length * (bin + 1) / BINS)];
            common += Math.min(share(one, from, to), share(other, from, to));
        }
        return common;
    }

    private static double share(long[] sorted, long from, long to) {
        return (double) (below(sorted, to) - below(sorted, from)) / sorted.length;
    }

    /** How often one of the other is slower than one of the first, ties half: 0.5 tells nothing. */
    static double slower(long[] first, long[] other) {
        double wins = 0;
        for (long time : other) {
            wins += below(first, time) + (below(first, time + 1) - below(first, time)) / 2.0;
        }
        return wins / first.length / other.length;
    }

    private static int below(long[] sorted, long bound) {
        int from = 0;
        int to = sorted.length;
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (sorted[middle] < bound) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from;
    }
}
