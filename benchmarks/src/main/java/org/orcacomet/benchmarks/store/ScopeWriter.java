package org.orcacomet.benchmarks.store;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.orcacomet.api.ContextId;
import org.orcacomet.api.EntryKey;
import org.orcacomet.api.Family;
import org.orcacomet.api.ScopeKey;
import org.orcacomet.api.ScopeValue;
import org.orcacomet.api.TokenGenerator;
import org.orcacomet.benchmarks.load.Place;
import org.orcacomet.store.Change;
import org.orcacomet.store.ChangeSet;
import org.orcacomet.store.Guard;
import org.orcacomet.store.ScopeRecord;
import org.orcacomet.store.ScopeStore;
import org.orcacomet.store.StoreConflict;
import org.orcacomet.store.StoreUnavailable;

/** Writes to the service's store as the service does: reads the record, and changes it if it is still the same. */
final class ScopeWriter {
    private static final Family FAMILY = Family.parse("hostsall");

    private final ScopeStore store;
    private final Guard guard = Guard.of(new TokenGenerator().pair());

    ScopeWriter(ScopeStore store) {
        this.store = store;
    }

    void write(Place place, String value) throws IOException {
        ContextId context = ContextId.parse(place.slice());
        ScopeKey key = ScopeKey.of(context, FAMILY, EntryKey.parse(place.machine()));
        try {
            while (!changed(key, ScopeValue.of(value))) {
                continue;
            }
        } catch (StoreUnavailable e) {
            throw new IOException(e);
        }
    }

    private boolean changed(ScopeKey key, ScopeValue value) throws StoreUnavailable {
        Optional<ScopeRecord> seen = store.read(key);
        Change change = new Change(key, seen.map(ScopeRecord::revision), guard, Optional.of(value), Instant.now());
        try {
            store.apply(new ChangeSet(key.context(), List.of(change)));
            return true;
        } catch (StoreConflict another) {
            return false;
        }
    }
}
