package org.orcacomet.benchmarks.accumulo;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.orcacomet.api.ContextId;
import org.orcacomet.api.EntryKey;
import org.orcacomet.api.Family;
import org.orcacomet.api.Revision;
import org.orcacomet.api.ScopeKey;
import org.orcacomet.api.ScopeValue;
import org.orcacomet.api.TokenGenerator;
import org.orcacomet.benchmarks.load.Place;
import org.orcacomet.store.Change;
import org.orcacomet.store.ChangeSet;
import org.orcacomet.store.Guard;
import org.orcacomet.store.ScopeRecord;
import org.orcacomet.store.StoreConflict;
import org.orcacomet.store.StoreUnavailable;
import org.orcacomet.store.accumulo.AccumuloScopeStore;

/**
 * The store, written to in one of two ways: each write on what the last one answered, which is the same conditional
 * mutations that Accumulo's own client does beside it; or each after a read, as the service does.
 */
final class StoreScopes implements Scopes {
    private static final Family FAMILY = Family.parse("hostsall");

    private final AccumuloScopeStore store;
    private final boolean readingFirst;
    private final Guard guard = Guard.of(new TokenGenerator().pair());
    private final Map<ScopeKey, Optional<Revision>> answered = new ConcurrentHashMap<>();

    StoreScopes(AccumuloScopeStore store, boolean readingFirst) {
        this.store = store;
        this.readingFirst = readingFirst;
    }

    @Override
    public void write(Place place, String value) throws IOException {
        ScopeKey key = key(place);
        try {
            Optional<Revision> seen = readingFirst ? stored(key) : answered.getOrDefault(key, Optional.empty());
            while (!changed(key, seen, value)) {
                seen = stored(key);
            }
        } catch (StoreUnavailable e) {
            throw new IOException(e);
        }
    }

    private boolean changed(ScopeKey key, Optional<Revision> seen, String value) throws StoreUnavailable {
        Change change = new Change(key, seen, guard, Optional.of(ScopeValue.of(value)), Instant.now());
        try {
            answered.put(key, Optional.of(store.apply(new ChangeSet(key.context(), List.of(change)))));
            return true;
        } catch (StoreConflict another) {
            return false;
        }
    }

    private Optional<Revision> stored(ScopeKey key) throws StoreUnavailable {
        return store.read(key).map(ScopeRecord::revision);
    }

    @Override
    public int read(Place place) throws IOException {
        try {
            return store.read(key(place)).map(StoreScopes::length).orElse(0);
        } catch (StoreUnavailable e) {
            throw new IOException(e);
        }
    }

    @Override
    public int list(String slice) throws IOException {
        try {
            return store.list(ContextId.parse(slice), FAMILY).records().stream()
                    .mapToInt(StoreScopes::length)
                    .sum();
        } catch (StoreUnavailable e) {
            throw new IOException(e);
        }
    }

    private static int length(ScopeRecord record) {
        return record.value().flatMap(ScopeValue::text).map(String::length).orElse(0);
    }

    private static ScopeKey key(Place place) {
        return ScopeKey.of(ContextId.parse(place.slice()), FAMILY, EntryKey.parse(place.machine()));
    }

    @Override
    public void close() {
        store.close();
    }
}
