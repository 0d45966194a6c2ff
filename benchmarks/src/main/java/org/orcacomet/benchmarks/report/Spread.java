package org.orcacomet.benchmarks.report;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.DoubleStream;

/** The same figure, taken several times: its median, and how far apart they were. */
public record Spread(double least, double median, double most) {
    /** Of these figures. */
    public static Spread of(DoubleStream figures) {
        double[] sorted = figures.toArray();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        double median = sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
        return new Spread(sorted[0], median, sorted[sorted.length - 1]);
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%.2f (%.2f-%.2f)", median, least, most);
    }
}
