package org.orcacomet.service;

/**
 * What an export wrote, or an import found.
 *
 * @param contexts how many contexts, those without a record among them
 * @param records how many records, tombstones among them
 * @param taken how many of the records the store has taken; of an export all
 */
public record Transferred(long contexts, long records, long taken) {
    /** How many of the records the store kept as it had them, as they were as new or newer. */
    public long kept() {
        return records - taken;
    }
}
