package org.orcacomet.service.explain;

import org.orcacomet.api.Precondition;
import org.orcacomet.api.ScopeKey;
import org.orcacomet.api.TokenPair;

/**
 * A call that is not made.
 *
 * @param kind which one
 * @param key of which scope
 * @param tokens with which tokens; a read needs the read token alone
 * @param precondition what it demands
 */
public record PlannedCall(Kind kind, ScopeKey key, TokenPair tokens, Precondition precondition) {
    /** The calls that can be explained. */
    public enum Kind {
        /** A read. */
        READ,
        /** A write of a small value. */
        WRITE,
        /** A deletion. */
        DELETE
    }
}
