package org.orcacomet.service;

import java.time.Duration;

/**
 * How the service is set up.
 *
 * @param lifetimes how long records live
 * @param switches what is on and off
 * @param trustedSubjects whom to trust among those that a trust root has signed
 * @param adminSubjects who of those may take all scopes out and in
 * @param limits how much there may be, and must be
 */
public record ServiceSettings(
        Lifetimes lifetimes,
        Switches switches,
        TrustedSubjects trustedSubjects,
        TrustedSubjects adminSubjects,
        Limits limits) {
    private static final Duration A_WEEK = Duration.ofDays(7);

    /** No ageing, tombstones for a week, all checks, no rekeying, every subject, no administrator, values of up to 1 MiB. */
    public static ServiceSettings defaults() {
        return new ServiceSettings(
                new Lifetimes(Duration.ZERO, A_WEEK),
                new Switches(true, true, false),
                TrustedSubjects.all(),
                TrustedSubjects.none(),
                Limits.defaults());
    }

    /** The same, with these lifetimes. */
    public ServiceSettings with(Lifetimes other) {
        return new ServiceSettings(other, switches, trustedSubjects, adminSubjects, limits);
    }

    /** The same, with these switches. */
    public ServiceSettings with(Switches other) {
        return new ServiceSettings(lifetimes, other, trustedSubjects, adminSubjects, limits);
    }

    /** The same, with these subjects. */
    public ServiceSettings with(TrustedSubjects other) {
        return new ServiceSettings(lifetimes, switches, other, adminSubjects, limits);
    }

    /** The same, with these administrators. */
    public ServiceSettings withAdmins(TrustedSubjects admins) {
        return new ServiceSettings(lifetimes, switches, trustedSubjects, admins, limits);
    }

    /** The same, with these limits. */
    public ServiceSettings with(Limits other) {
        return new ServiceSettings(lifetimes, switches, trustedSubjects, adminSubjects, other);
    }

    /** The same, with this limit to values. */
    public ServiceSettings withValueMaxBytes(int limit) {
        return with(new Limits(limit, limits.diskWarnBytes()));
    }
}
