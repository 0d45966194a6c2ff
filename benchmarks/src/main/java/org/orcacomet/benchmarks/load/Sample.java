package org.orcacomet.benchmarks.load;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * What one load came to: how long each call took, in microseconds and sorted; over how many seconds; and the seconds of
 * processor time that server and client spent on it.
 */
public record Sample(int[] micros, double seconds, double server, double client) {
    static Sample of(IntStream micros, double seconds, double server, double client) {
        int[] sorted = micros.toArray();
        Arrays.sort(sorted);
        return new Sample(sorted, seconds, server, client);
    }

    /** Calls in a second. */
    public double rate() {
        return micros.length / seconds;
    }

    /** So many of a hundred calls took no longer than this, in microseconds. */
    public double percentile(double percent) {
        return micros[(int) Math.min(micros.length - 1L, Math.round(micros.length * percent / 100))];
    }

    /** The server's processor time per call, in microseconds. */
    public double serverMicros() {
        return server / micros.length * 1e6;
    }

    /** The client's processor time per call, in microseconds. */
    public double clientMicros() {
        return client / micros.length * 1e6;
    }
}
