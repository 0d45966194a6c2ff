package org.orcacomet.service;

/**
 * How much there may be, and how much there must be.
 *
 * @param valueMaxBytes how many bytes of UTF-8 a value may take
 * @param diskWarnBytes how many bytes must be free where the scopes are kept, or it is told
 */
public record Limits(int valueMaxBytes, long diskWarnBytes) {
    private static final int ONE_MEBIBYTE = 1 << 20;
    private static final long ONE_GIBIBYTE = 1L << 30;

    /**
     * These limits.
     *
     * @throws IllegalArgumentException if one is too small; the message names the property
     */
    public Limits {
        if (valueMaxBytes < 1) {
            throw new IllegalArgumentException("value.max.bytes is under 1: set it to the bytes that a value may take");
        }
        if (diskWarnBytes < 0) {
            throw new IllegalArgumentException("disk.warn.bytes is negative: set it to the bytes that must be free");
        }
    }

    /** Values of up to 1 MiB, 1 GiB free. */
    public static Limits defaults() {
        return new Limits(ONE_MEBIBYTE, ONE_GIBIBYTE);
    }
}
