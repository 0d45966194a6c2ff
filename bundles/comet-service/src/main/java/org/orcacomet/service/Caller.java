package org.orcacomet.service;

import java.util.Optional;

/**
 * Who calls. Whoever accepts the connection decides what the certificate is worth; whether the service's settings
 * accept its subject is decided here.
 *
 * @param standing what the certificate is worth
 * @param identity what it says; empty if there is none
 */
public record Caller(Standing standing, Optional<CallerIdentity> identity) {
    /** What a caller's certificate is worth. */
    public enum Standing {
        /** There is none, or it is out of its dates. */
        ANONYMOUS,
        /** It is in its dates. */
        VALID,
        /** It is in its dates, and chained to a trust root. */
        TRUSTED
    }

    /** A caller without a certificate, or with one that is out of its dates. */
    public static Caller anonymous() {
        return new Caller(Standing.ANONYMOUS, Optional.empty());
    }

    /** A caller whose certificate is in its dates, and is of nobody that we know. */
    public static Caller valid(CallerIdentity identity) {
        return new Caller(Standing.VALID, Optional.of(identity));
    }

    /** A caller whose certificate is in its dates, and chained to a trust root. */
    public static Caller trusted(CallerIdentity identity) {
        return new Caller(Standing.TRUSTED, Optional.of(identity));
    }
}
