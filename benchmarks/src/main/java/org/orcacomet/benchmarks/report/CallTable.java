package org.orcacomet.benchmarks.report;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.orcacomet.benchmarks.load.Sample;

/** Calls beside calls: a line per operation, number of connections and server. */
public final class CallTable {
    private static final String HEADING = "| %-14s | %5s | %-13s | %9s | %8s | %8s | %9s | %9s | %-23s | %-19s |";
    private static final String LINE =
            "| %-14s | %5d | %-13s | %,9.0f | %8.2f | %8.2f | %9.0f | %9.0f | %-23s | %-19s |";

    private final PrintWriter out;
    private final String first;

    /** On this paper; the others are compared with the server of this name. */
    public CallTable(PrintWriter out, String first) {
        this.out = out;
        this.first = first;
    }

    /** What each column is. */
    public void heading() {
        out.println(String.format(
                Locale.ROOT,
                HEADING,
                "operation",
                "conns",
                "server",
                "calls/s",
                "p50 ms",
                "p99 ms",
                "server us",
                "client us",
                first + " calls/s x",
                first + " CPU x"));
        out.println(
                String.format(HEADING, "", "", "", "", "", "", "", "", "", "").replace(' ', '-'));
        out.flush();
    }

    /** The samples of one server, beside the first server's of the same rounds. */
    public void line(Cell cell, String server, List<Sample> samples, List<Sample> first) {
        out.println(String.format(
                Locale.ROOT,
                LINE,
                cell.operation(),
                cell.connections(),
                server,
                median(samples, Sample::rate),
                median(samples, sample -> sample.percentile(50)) / 1e3,
                median(samples, sample -> sample.percentile(99)) / 1e3,
                median(samples, Sample::serverMicros),
                median(samples, Sample::clientMicros),
                ratio(samples, first, Sample::rate),
                ratio(samples, first, Sample::serverMicros)));
        out.flush();
    }

    private static double median(List<Sample> samples, ToDoubleFunction<Sample> figure) {
        return Spread.of(samples.stream().mapToDouble(figure)).median();
    }

    private static String ratio(List<Sample> samples, List<Sample> first, ToDoubleFunction<Sample> figure) {
        if (samples == first) {
            return "1";
        }
        return Spread.of(IntStream.range(0, samples.size())
                        .mapToDouble(i -> figure.applyAsDouble(first.get(i)) / figure.applyAsDouble(samples.get(i))))
                .toString();
    }
}
