package org.orcacomet.store.accumulo.oldtable;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import java.util.function.Consumer;
import org.apache.accumulo.core.data.Key;
import org.orcacomet.store.ScopeRecord;

/**
 * Tells of entries that were skipped, a line each: what became of it, context, family, key, time, and why; with tabs
 * between them. Characters that would spoil the line are shown by their number.
 */
final class SkippedEntries {
    private static final int LONGEST_NAME = 4096;

    private final Consumer<String> lines;

    SkippedEntries(Consumer<String> lines) {
        this.lines = lines;
    }

    void doubled(ScopeRecord older) {
        lines.accept(String.join(
                "\t",
                Tally.Kind.DOUBLED.name().toLowerCase(Locale.ROOT),
                older.key().context().toString(),
                older.key().family().toString(),
                older.key().key().toString(),
                older.touched().toString(),
                "a newer entry has the same name and another read token"));
    }

    void broken(Key cell, String reason) {
        lines.accept(String.join(
                "\t",
                Tally.Kind.BROKEN.name().toLowerCase(Locale.ROOT),
                shown(cell.getRowData().toArray()),
                shown(cell.getColumnFamilyData().toArray()),
                shown(cell.getColumnQualifierData().toArray()),
                Instant.ofEpochMilli(cell.getTimestamp()).toString(),
                reason));
    }

    private static String shown(byte[] name) {
        StringBuilder shown = new StringBuilder();
        new String(name, StandardCharsets.UTF_8)
                .chars()
                .limit(LONGEST_NAME)
                .forEach(c ->
                        shown.append(Character.isISOControl(c) ? String.format(Locale.ROOT, "\\u%04x", c) : (char) c));
        return shown.toString();
    }
}
