package org.orcacomet.store;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.orcacomet.api.Revision;
import org.orcacomet.api.ScopeKey;
import org.orcacomet.api.ScopeValue;

/**
 * What a store keeps of a scope, or, as a tombstone, of a scope that was deleted.
 *
 * @param key its name
 * @param guard its tokens' hashes; a tombstone keeps them
 * @param value its value; empty if it was deleted
 * @param revision the context's revision at its last change
 * @param touched when it was last changed or renewed, to the millisecond
 */
public record ScopeRecord(ScopeKey key, Guard guard, Optional<ScopeValue> value, Revision revision, Instant touched) {
    /** Whether it is a tombstone. */
    public boolean deleted() {
        return value.isEmpty();
    }

    /** The same record, renewed at this time; what is finer than a millisecond is cut off. */
    public ScopeRecord touchedAt(Instant at) {
        return new ScopeRecord(key, guard, value, revision, at.truncatedTo(ChronoUnit.MILLIS));
    }
}
