package org.orcacomet.audit;

import java.nio.file.Path;

/**
 * Where and how the audit is written.
 *
 * @param folder its folder; made with mode 700 if it is not there
 * @param fileMaxBytes from which size on a file is put aside, and the next one begun
 * @param filesKept how many files that were put aside are kept; 0: all
 * @param reserveBytes how many bytes of the disk are kept for the lines of changes under way when the disk is full
 */
public record AuditSettings(Path folder, long fileMaxBytes, int filesKept, long reserveBytes) {
    /** The size of a file, unless it is said. */
    public static final long FILE_MAX_BYTES = 64L << 20;

    /** The size of the reserve, unless it is said: more than any one call takes, if not all of its names are very long. */
    public static final long RESERVE_BYTES = 32L << 20;

    private static final long LEAST_BYTES = 4096;

    /**
     * These settings.
     *
     * @throws IllegalArgumentException if a number is too small; the message names the property
     */
    public AuditSettings {
        require(fileMaxBytes >= LEAST_BYTES, "file.max.bytes is under 4096: set it to the size of a file");
        require(filesKept >= 0, "files.kept is negative: set it to the number of files to keep, or to 0 for all");
        require(reserveBytes >= LEAST_BYTES, "reserve.bytes is under 4096: set it to what a full disk must still take");
    }

    private static void require(boolean holds, String violation) {
        if (!holds) {
            throw new IllegalArgumentException(violation);
        }
    }

    /** The usual ones, in this folder. */
    public static AuditSettings in(Path folder) {
        return new AuditSettings(folder, FILE_MAX_BYTES, 0, RESERVE_BYTES);
    }
}
