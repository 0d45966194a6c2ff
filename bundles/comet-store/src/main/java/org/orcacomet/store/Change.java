package org.orcacomet.store;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.orcacomet.api.Revision;
import org.orcacomet.api.ScopeKey;
import org.orcacomet.api.ScopeValue;

/**
 * A change of one scope, decided on what was read before.
 *
 * @param key the scope
 * @param seen the revision of the record that the decision was made on; empty if there was none
 * @param guard what guards the scope from now on
 * @param value its new value; empty to leave a tombstone
 * @param at when, kept to the millisecond
 */
public record Change(ScopeKey key, Optional<Revision> seen, Guard guard, Optional<ScopeValue> value, Instant at) {
    /** A change; what is finer than a millisecond is cut off. */
    public Change {
        at = at.truncatedTo(ChronoUnit.MILLIS);
    }

    /** The deletion of the scope with this record: the value goes, the guard stays. */
    public static Change deletion(ScopeRecord seen, Instant at) {
        return new Change(seen.key(), Optional.of(seen.revision()), seen.guard(), Optional.empty(), at);
    }

    /** Whether what the change was decided on still holds. */
    public boolean holds(Optional<ScopeRecord> current) {
        return current.map(ScopeRecord::revision).equals(seen);
    }

    /** The record that the change leaves under this revision. */
    public ScopeRecord toRecord(Revision revision) {
        return new ScopeRecord(key, guard, value, revision, at);
    }
}
