package org.orcacomet.store.rocksdb;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.orcacomet.api.ContextId;
import org.orcacomet.api.Family;
import org.orcacomet.api.Revision;
import org.orcacomet.api.ScopeKey;
import org.orcacomet.store.Change;
import org.orcacomet.store.ChangeSet;
import org.orcacomet.store.Listing;
import org.orcacomet.store.ScopeRecord;
import org.orcacomet.store.ScopeStore;
import org.orcacomet.store.StoreConflict;
import org.orcacomet.store.StoreUnavailable;
import org.orcacomet.store.rocksdb.internal.ContextLocks;
import org.orcacomet.store.rocksdb.internal.Database;
import org.orcacomet.store.rocksdb.internal.StoreFolder;

/**
 * A store in one folder of this machine. What {@link #apply} returned is on the disk: it survives the end of the
 * process and a power failure. The folder is for its owner's eyes only, and open in one process at a time.
 */
public final class RocksDbScopeStore implements ScopeStore, AutoCloseable {
    private final ContextLocks locks = new ContextLocks();
    private final Database database;

    private RocksDbScopeStore(Database database) {
        this.database = database;
    }

    /**
     * Opens the store of this folder, or makes it.
     *
     * @throws IOException if that cannot be; the message is one sentence for the operator
     */
    public static RocksDbScopeStore open(Path dir) throws IOException {
        StoreFolder folder = StoreFolder.claim(dir);
        try {
            return new RocksDbScopeStore(Database.open(folder));
        } catch (IOException e) {
            folder.close();
            throw e;
        }
    }

    @Override
    public Optional<ScopeRecord> read(ScopeKey key) throws StoreUnavailable {
        return database.read(key);
    }

    @Override
    public Listing list(ContextId context) throws StoreUnavailable {
        return database.list(context);
    }

    @Override
    public Listing list(ContextId context, Family family) throws StoreUnavailable {
        return database.list(context, family);
    }

    @Override
    public Revision apply(ChangeSet set) throws StoreConflict, StoreUnavailable {
        try (ContextLocks.Held held = locks.hold(set.context())) {
            for (Change change : set.changes()) {
                requireHolds(change);
            }
            Revision next = next(set.context());
            List<ScopeRecord> records =
                    set.changes().stream().map(change -> change.toRecord(next)).toList();
            database.put(set.context(), next, records);
            return next;
        }
    }

    @Override
    public boolean touch(ScopeRecord seen, Instant at) throws StoreUnavailable {
        try (ContextLocks.Held held = locks.hold(seen.key().context())) {
            boolean same = isStill(seen);
            if (same) {
                database.put(seen.touchedAt(at));
            }
            return same;
        }
    }

    @Override
    public boolean forget(ScopeRecord seen) throws StoreUnavailable {
        try (ContextLocks.Held held = locks.hold(seen.key().context())) {
            boolean same = isStill(seen);
            if (same) {
                database.remove(seen);
            }
            return same;
        }
    }

    @Override
    public void scan(Visitor visitor) throws StoreUnavailable {
        database.scan(visitor);
    }

    @Override
    public void probe() throws StoreUnavailable {
        database.probe();
    }

    /** Closes it, after the calls that are under way. Whatever is called from now on is refused. */
    @Override
    public void close() throws IOException {
        database.close();
    }

    private void requireHolds(Change change) throws StoreConflict, StoreUnavailable {
        if (!change.holds(database.read(change.key()))) {
            throw new StoreConflict(change.key());
        }
    }

    private boolean isStill(ScopeRecord seen) throws StoreUnavailable {
        return database.read(seen.key()).equals(Optional.of(seen));
    }

    private Revision next(ContextId context) throws StoreUnavailable {
        return Revision.of(database.revision(context).map(Revision::number).orElse(0L) + 1);
    }
}
