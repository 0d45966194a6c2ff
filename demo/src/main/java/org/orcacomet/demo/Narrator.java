package org.orcacomet.demo;

import java.io.PrintWriter;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Says what happens, for a person to read. It is given no secret. */
final class Narrator {
    private static final String INDENT = "  ";

    private final PrintWriter out;
    private int chapters;

    Narrator(PrintWriter out) {
        this.out = out;
    }

    void chapter(String title) {
        chapters++;
        out.println();
        out.println(chapters + ". " + title);
        out.flush();
    }

    void say(String sentence) {
        out.println(INDENT + sentence);
        out.flush();
    }

    void quote(String text) {
        text.lines().forEach(line -> out.println(INDENT + INDENT + "| " + line));
        out.flush();
    }

    /** Rows of equally many cells, the first of which is the head. */
    void table(List<List<String>> rows) {
        List<Integer> widths = IntStream.range(0, rows.get(0).size())
                .mapToObj(column -> rows.stream()
                        .mapToInt(row -> row.get(column).length())
                        .max()
                        .orElse(0))
                .toList();
        line(rows.get(0), widths);
        line(widths.stream().map("-"::repeat).toList(), widths);
        rows.stream().skip(1).forEach(row -> line(row, widths));
        out.flush();
    }

    private void line(List<String> cells, List<Integer> widths) {
        String line = IntStream.range(0, cells.size())
                .mapToObj(column -> pad(cells.get(column), widths.get(column)))
                .collect(Collectors.joining("  ", INDENT + INDENT, ""));
        out.println(line.stripTrailing());
    }

    private static String pad(String text, int width) {
        return text + " ".repeat(width - text.length());
    }
}
