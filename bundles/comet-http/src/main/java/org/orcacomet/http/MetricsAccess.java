package org.orcacomet.http;

import java.util.Collection;
import java.util.Locale;
import org.orcacomet.service.TrustedSubjects;

/**
 * Who may read the metrics.
 *
 * @param readers who of all callers
 * @param subjects who else, if they are trusted
 */
public record MetricsAccess(Readers readers, TrustedSubjects subjects) {
    /** Who of all callers may read them. */
    public enum Readers {
        /** Whoever can reach the service. */
        ANYONE,
        /** The administrators, and those whom {@code metrics.subjects} lists. */
        ADMINS,
        /** Nobody: there is no such call. */
        OFF
    }

    /**
     * Those whom these two properties name.
     *
     * @throws IllegalArgumentException if one of them is wrong; the message names the property
     */
    public static MetricsAccess parse(String access, Collection<String> subjects) {
        for (Readers readers : Readers.values()) {
            if (readers.name().toLowerCase(Locale.ROOT).equals(access)) {
                return new MetricsAccess(readers, TrustedSubjects.only("metrics.subjects", subjects));
            }
        }
        throw new IllegalArgumentException("metrics.access is none: set it to admins, anyone or off");
    }

    /** The administrators alone. */
    public static MetricsAccess admins() {
        return new MetricsAccess(Readers.ADMINS, TrustedSubjects.none());
    }
}
