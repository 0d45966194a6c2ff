package org.orcacomet.benchmarks.load;

import java.util.Arrays;

/** How long calls took, in microseconds, each as it was. Not for more than one thread. */
final class Latencies {
    private int[] micros = new int[1 << 14];
    private int count;

    void add(long nanos) {
        if (count == micros.length) {
            micros = Arrays.copyOf(micros, 2 * count);
        }
        micros[count++] = (int) (nanos / 1_000);
    }

    int[] all() {
        return Arrays.copyOf(micros, count);
    }
}
