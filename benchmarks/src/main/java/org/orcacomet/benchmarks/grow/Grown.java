package org.orcacomet.benchmarks.grow;

import java.util.Locale;
import org.orcacomet.benchmarks.load.Sample;

/** A service with so many scopes: seconds until it is ready, what it takes, and how it answers. */
public record Grown(int scopes, double start, Costs costs, Sample reads, Sample writes) {
    /** What each column is. */
    public static final String HEADING =
            """
            | scopes | ready after s | disk MB | MiB at ready | MiB after load | reads/s | p99 ms | writes/s | p99 ms |
            |---|---|---|---|---|---|---|---|---|""";

    private static final double PERCENT = 99;

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "| %,d | %.2f | %,.0f | %s | %s | %,.0f | %.2f | %,.0f | %.2f |",
                scopes,
                start,
                costs.disk(),
                costs.ready(),
                costs.asked(),
                reads.rate(),
                reads.percentile(PERCENT) / 1e3,
                writes.rate(),
                writes.percentile(PERCENT) / 1e3);
    }
}
