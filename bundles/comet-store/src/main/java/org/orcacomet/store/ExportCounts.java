package org.orcacomet.store;

/**
 * How much an export holds.
 *
 * @param contexts how many contexts, those without a record among them
 * @param records how many records, tombstones among them
 */
public record ExportCounts(long contexts, long records) {
    /** Nothing. */
    static final ExportCounts NONE = new ExportCounts(0, 0);

    /** The same, and a part of so many records; whether it begins a context. */
    ExportCounts plus(boolean begins, int more) {
        return new ExportCounts(contexts + (begins ? 1 : 0), records + more);
    }
}
