package org.orcacomet.store.accumulo.internal;

import java.util.Map;
import java.util.Optional;
import org.orcacomet.api.Revision;
import org.orcacomet.api.ScopeKey;
import org.orcacomet.store.ScopeRecord;

/**
 * A counter, and records that were read with it or after it: if the counter is still there later, they are too.
 *
 * @param counter of the context
 * @param records those of the asked ones that are there
 */
record Snapshot(Optional<Counter> counter, Map<ScopeKey, ScopeRecord> records) {
    Optional<ScopeRecord> find(ScopeKey key) {
        return Optional.ofNullable(records.get(key));
    }

    Optional<Revision> revision() {
        return counter.map(Counter::revision);
    }
}
