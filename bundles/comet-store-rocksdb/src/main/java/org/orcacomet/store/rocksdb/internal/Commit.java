package org.orcacomet.store.rocksdb.internal;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.orcacomet.api.ContextId;
import org.orcacomet.api.Revision;
import org.orcacomet.api.ScopeKey;
import org.orcacomet.store.Change;
import org.orcacomet.store.ChangeSet;
import org.orcacomet.store.Listing;
import org.orcacomet.store.ScopeRecord;
import org.orcacomet.store.StoreUnavailable;

/** Changes that are written together; each is decided on what the database has and on those before it. */
public final class Commit {
    private final Database database;
    private final Map<ContextId, Revision> revisions = new HashMap<>();
    private final Map<ScopeKey, Optional<ScopeRecord>> records = new LinkedHashMap<>();

    /** A commit without changes. */
    public Commit(Database database) {
        this.database = database;
    }

    /** All of these, under the next revision of their context, or none, if one does not hold. */
    public Applied apply(ChangeSet set) throws StoreUnavailable {
        for (Change change : set.changes()) {
            if (!change.holds(read(change.key()))) {
                return Applied.not(change.key());
            }
        }
        Revision next =
                Revision.of(revision(set.context()).map(Revision::number).orElse(0L) + 1);
        revisions.put(set.context(), next);
        set.changes().forEach(change -> records.put(change.key(), Optional.of(change.toRecord(next))));
        return Applied.under(next);
    }

    /** Takes these records where they are newer, and says how many. */
    public int restore(ContextId context, Listing from) throws StoreUnavailable {
        int taken = 0;
        for (ScopeRecord record : from.records()) {
            if (record.supersedes(read(record.key()))) {
                records.put(record.key(), Optional.of(record));
                taken++;
            }
        }
        from.reach(revision(context)).ifPresent(reached -> revisions.put(context, reached));
        return taken;
    }

    /** Renews this record, if it is the one that was seen. */
    public boolean touch(ScopeRecord seen, Instant at) throws StoreUnavailable {
        return replace(seen, Optional.of(seen.touchedAt(at)));
    }

    /** Forgets this record, if it is the one that was seen. */
    public boolean forget(ScopeRecord seen) throws StoreUnavailable {
        return replace(seen, Optional.empty());
    }

    private boolean replace(ScopeRecord seen, Optional<ScopeRecord> next) throws StoreUnavailable {
        boolean same = read(seen.key()).equals(Optional.of(seen));
        if (same) {
            records.put(seen.key(), next);
        }
        return same;
    }

    private Optional<ScopeRecord> read(ScopeKey key) throws StoreUnavailable {
        return records.containsKey(key) ? records.get(key) : database.read(key);
    }

    Optional<Revision> revision(ContextId context) throws StoreUnavailable {
        return revisions.containsKey(context) ? Optional.of(revisions.get(context)) : database.revision(context);
    }

    /** Writes it to the database that it was decided on. */
    public void write() throws StoreUnavailable {
        database.write(this);
    }

    /** Whether it must be on the disk before anyone is answered: renewed and forgotten records need not. */
    boolean durable() {
        return !revisions.isEmpty();
    }

    boolean isEmpty() {
        return records.isEmpty() && revisions.isEmpty();
    }

    /** The contexts' new revisions. */
    Map<ContextId, Revision> revisions() {
        return revisions;
    }

    /** The scopes' new records; empty where one is forgotten. */
    Map<ScopeKey, Optional<ScopeRecord>> records() {
        return records;
    }

    /** The contexts in which anything changes. */
    public Set<ContextId> contexts() {
        Set<ContextId> contexts = new HashSet<>(revisions.keySet());
        records.keySet().forEach(key -> contexts.add(key.context()));
        return contexts;
    }
}
