package org.orcacomet.journal.internal;

import java.util.Optional;
import org.orcacomet.api.ScopeKey;
import org.orcacomet.journal.Claim;

/** A scope's claim from now on, or that it has none any more. */
final class Change {
    private final ScopeKey key;
    private final Optional<Claim> claim;

    private Change(ScopeKey key, Optional<Claim> claim) {
        this.key = key;
        this.claim = claim;
    }

    static Change to(Claim claim) {
        return new Change(claim.key(), Optional.of(claim));
    }

    static Change gone(ScopeKey key) {
        return new Change(key, Optional.empty());
    }

    ScopeKey key() {
        return key;
    }

    Optional<Claim> claim() {
        return claim;
    }
}
