package org.orcacomet.http.internal.metrics;

import java.util.Locale;

/**
 * Figures in Prometheus's text format 0.0.4. First a family is begun, then its samples come. What is written here is
 * read by others: names, and label values, are ours alone. For one thread.
 */
public final class Exposition {
    /** The content type of the text. */
    public static final String TYPE = "text/plain; version=0.0.4; charset=utf-8";

    private enum Kind {
        COUNTER,
        GAUGE,
        HISTOGRAM,
        SUMMARY
    }

    private final StringBuilder text = new StringBuilder();
    private String family = "";

    /** Begins what only grows; the name ends in {@code _total}. */
    public Exposition counter(String name, String help) {
        return begin(Kind.COUNTER, name, help);
    }

    /** Begins what goes up and down. */
    public Exposition gauge(String name, String help) {
        return begin(Kind.GAUGE, name, help);
    }

    /** Begins counts of what lies under some limits. */
    public Exposition histogram(String name, String help) {
        return begin(Kind.HISTOGRAM, name, help);
    }

    /** Begins counts with their sums. */
    public Exposition summary(String name, String help) {
        return begin(Kind.SUMMARY, name, help);
    }

    private Exposition begin(Kind kind, String name, String help) {
        family = name;
        text.append("# HELP ").append(name).append(' ').append(help).append('\n');
        text.append("# TYPE ").append(name).append(' ').append(kind.name().toLowerCase(Locale.ROOT));
        text.append('\n');
        return this;
    }

    /** A sample of the family, with these labels: name and value in turn. */
    public Exposition sample(double value, String... labels) {
        return part("", value, labels);
    }

    /** A sample of the part of the family that this is at the end of its name. */
    Exposition part(String suffix, double value, String... labels) {
        text.append(family).append(suffix);
        for (int i = 0; i < labels.length; i += 2) {
            text.append(i == 0 ? '{' : ',').append(labels[i]).append("=\"");
            text.append(escaped(labels[i + 1])).append('"');
        }
        text.append(labels.length > 0 ? "} " : " ").append(number(value)).append('\n');
        return this;
    }

    private static String escaped(String value) {
        return value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    }

    private static String number(double value) {
        long whole = (long) value;
        return whole == value ? Long.toString(whole) : Double.toString(value);
    }

    /** All that was written. */
    @Override
    public String toString() {
        return text.toString();
    }
}
