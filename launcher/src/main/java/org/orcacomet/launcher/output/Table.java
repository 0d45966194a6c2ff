package org.orcacomet.launcher.output;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Rows of texts, each column as wide as its widest text. Control characters do not get to a terminal. */
public final class Table {
    private static final String GAP = "  ";

    private final List<List<String>> rows = new ArrayList<>();

    /** A table with these headings. */
    public Table(String... headings) {
        row(headings);
    }

    /** One more row. */
    public void row(Object... cells) {
        List<String> row = new ArrayList<>();
        for (Object cell : cells) {
            row.add(visible(cell.toString()));
        }
        rows.add(row);
    }

    /** The same text, with a question mark for each control character. */
    public static String visible(String text) {
        return text.replaceAll("[\\p{Cntrl}\\p{Cf}\u0080-\u009f]", "?");
    }

    /** Prints it. */
    public void print(PrintWriter out) {
        List<Integer> widths = IntStream.range(0, rows.get(0).size())
                .map(column -> rows.stream()
                        .mapToInt(row -> row.get(column).length())
                        .max()
                        .orElse(0))
                .boxed()
                .toList();
        rows.forEach(row -> out.println(line(row, widths)));
    }

    private static String line(List<String> row, List<Integer> widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < row.size(); i++) {
            line.append(row.get(i)).append(" ".repeat(widths.get(i) - row.get(i).length()));
            line.append(GAP);
        }
        return line.toString().stripTrailing();
    }
}
