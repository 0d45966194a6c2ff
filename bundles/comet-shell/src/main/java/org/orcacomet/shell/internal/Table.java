package org.orcacomet.shell.internal;

import java.util.ArrayList;
import java.util.List;

/** Rows with columns of the same width. */
final class Table {
    private final List<List<String>> rows = new ArrayList<>();

    /** A table under these titles. */
    Table(String... titles) {
        rows.add(List.of(titles));
    }

    /** One more row, with as many cells. */
    Table row(Object... cells) {
        List<String> row = new ArrayList<>();
        for (Object cell : cells) {
            row.add(Printable.line(cell.toString()));
        }
        rows.add(row);
        return this;
    }

    @Override
    public String toString() {
        List<String> lines = new ArrayList<>();
        for (List<String> row : rows) {
            lines.add(line(row));
        }
        return String.join("\n", lines);
    }

    private String line(List<String> row) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < row.size(); column++) {
            line.append(row.get(column))
                    .append(" ".repeat(width(column) + 2 - row.get(column).length()));
        }
        return line.toString().stripTrailing();
    }

    private int width(int column) {
        return rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
    }
}
