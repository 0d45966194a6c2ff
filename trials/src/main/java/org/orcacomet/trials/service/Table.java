package org.orcacomet.trials.service;

import java.io.PrintWriter;
import java.util.Map;

/** Counts, one a line, for a person to read. */
public final class Table {
    private Table() {}

    /** Prints them in their order. */
    public static void print(PrintWriter out, Map<String, Long> counts) {
        int width = counts.keySet().stream().mapToInt(String::length).max().orElse(0);
        counts.forEach((what, times) -> out.println("  " + what + " ".repeat(width - what.length())
                + String.format("%,12d", times).replace(' ', ' ')));
        out.flush();
    }
}
