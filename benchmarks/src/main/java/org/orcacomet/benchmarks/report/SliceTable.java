package org.orcacomet.benchmarks.report;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** Creators of slices, beside each other: a line per creator. */
public final class SliceTable {
    private static final String LINE = "| %-16s | %-24s | %-18s |%n";

    private final PrintWriter out;

    /** On this paper. */
    public SliceTable(PrintWriter out) {
        this.out = out;
    }

    /** What each column is. */
    public void heading() {
        out.printf(LINE, "creator", "slice of 100 VMs, ms", "x the plugin's time");
        out.printf(LINE, "---", "---", "---");
        out.flush();
    }

    /** The times of one creator, beside the first one's of the same rounds. */
    public void line(String creator, List<Double> millis, List<Double> first) {
        Spread ratio = Spread.of(IntStream.range(0, millis.size()).mapToDouble(i -> millis.get(i) / first.get(i)));
        Spread times = Spread.of(millis.stream().mapToDouble(Double::doubleValue));
        String text = String.format(Locale.ROOT, "%.0f (%.0f-%.0f)", times.median(), times.least(), times.most());
        out.printf(LINE, creator, text, ratio);
        out.flush();
    }
}
