package org.orcacomet.service;

import java.time.Duration;

/**
 * How the service is set up.
 *
 * @param lifetimes how long records live
 * @param switches what is on and off
 * @param trustedSubjects whom to trust among those that a trust root has signed
 * @param adminSubjects who of those may take all scopes out and in
 * @param valueMaxBytes how many bytes of UTF-8 a value may take
 */
public record ServiceSettings(
        Lifetimes lifetimes,
        Switches switches,
        TrustedSubjects trustedSubjects,
        TrustedSubjects adminSubjects,
        int valueMaxBytes) {
    private static final Duration A_WEEK = Duration.ofDays(7);
    private static final int ONE_MEBIBYTE = 1 << 20;

    /**
     * These settings.
     *
     * @throws IllegalArgumentException if the limit is under 1
     */
    public ServiceSettings {
        if (valueMaxBytes < 1) {
            throw new IllegalArgumentException("value.max.bytes is under 1: set it to the bytes that a value may take");
        }
    }

    /** No ageing, tombstones for a week, all checks, no rekeying, every subject, no administrator, values of up to 1 MiB. */
    public static ServiceSettings defaults() {
        return new ServiceSettings(
                new Lifetimes(Duration.ZERO, A_WEEK),
                new Switches(true, true, false),
                TrustedSubjects.all(),
                TrustedSubjects.none(),
                ONE_MEBIBYTE);
    }

    /** The same, with these lifetimes. */
    public ServiceSettings with(Lifetimes other) {
        return new ServiceSettings(other, switches, trustedSubjects, adminSubjects, valueMaxBytes);
    }

    /** The same, with these switches. */
    public ServiceSettings with(Switches other) {
        return new ServiceSettings(lifetimes, other, trustedSubjects, adminSubjects, valueMaxBytes);
    }

    /** The same, with these subjects. */
    public ServiceSettings with(TrustedSubjects other) {
        return new ServiceSettings(lifetimes, switches, other, adminSubjects, valueMaxBytes);
    }

    /** The same, with these administrators. */
    public ServiceSettings withAdmins(TrustedSubjects admins) {
        return new ServiceSettings(lifetimes, switches, trustedSubjects, admins, valueMaxBytes);
    }

    /** The same, with this limit to values. */
    public ServiceSettings withValueMaxBytes(int limit) {
        return new ServiceSettings(lifetimes, switches, trustedSubjects, adminSubjects, limit);
    }
}
