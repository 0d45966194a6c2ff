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

    /** Whether it is of a later revision than this one of the same scope, or there is none. */
    public boolean supersedes(Optional<ScopeRecord> other) {
        return other.map(record -> record.revision().compareTo(revision) < 0).orElse(true);
    }

    /** The same record, renewed at this time; what is finer than a millisecond is cut off. */
    public ScopeRecord touchedAt(Instant at) {
        return new ScopeRecord(key, guard, value, revision, at.truncatedTo(ChronoUnit.MILLIS));
    }
}
