package org.orcacomet.store.rocksdb;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.orcacomet.api.ContextId;
import org.orcacomet.api.Family;
import org.orcacomet.api.Revision;
import org.orcacomet.api.ScopeKey;
import org.orcacomet.store.ChangeSet;
import org.orcacomet.store.Listing;
import org.orcacomet.store.ScopeRecord;
import org.orcacomet.store.ScopeStore;
import org.orcacomet.store.StoreConflict;
import org.orcacomet.store.StoreUnavailable;
import org.orcacomet.store.Verification;
import org.orcacomet.store.rocksdb.internal.Applied;
import org.orcacomet.store.rocksdb.internal.Commit;
import org.orcacomet.store.rocksdb.internal.Database;
import org.orcacomet.store.rocksdb.internal.GroupCommit;
import org.orcacomet.store.rocksdb.internal.GroupCommit.Decision;
import org.orcacomet.store.rocksdb.internal.Leaders;
import org.orcacomet.store.rocksdb.internal.Listings;
import org.orcacomet.store.rocksdb.internal.StoreFolder;

/**
 * A store in one folder of this machine. What {@link #apply} returned is on the disk: it survives the end of the
 * process and a power failure. The folder is for its owner's eyes only, and open in one process at a time.
 */
public final class RocksDbScopeStore implements ScopeStore, AutoCloseable {
    /** How many bytes of listings are kept in the heap, unless it is said. */
    public static final long LISTINGS_MAX_BYTES = 64 << 20;

    private final Database database;
    private final Listings listings;
    private final Leaders leaders = new Leaders();
    private final GroupCommit<Commit> commits;

    private RocksDbScopeStore(Database database, long listingsMaxBytes) {
        this.database = database;
        this.listings = new Listings(listingsMaxBytes);
        this.commits = new GroupCommit<>(
                () -> new Commit(database),
                commit -> listings.change(commit.contexts(), () -> database.write(commit)),
                leaders);
    }

    /**
     * Opens the store of this folder, or makes it.
     *
     * @throws IOException if that cannot be; the message is one sentence for the operator
     */
    public static RocksDbScopeStore open(Path dir) throws IOException {
        return open(dir, LISTINGS_MAX_BYTES);
    }

    /**
     * The same, with listings of so many bytes kept in the heap; 0 keeps none.
     *
     * @throws IOException if that cannot be; the message is one sentence for the operator
     */
    public static RocksDbScopeStore open(Path dir, long listingsMaxBytes) throws IOException {
        StoreFolder folder = StoreFolder.claim(dir);
        try {
            return new RocksDbScopeStore(Database.open(folder), listingsMaxBytes);
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
        return listings.list(context, Optional.empty(), database::list);
    }

    @Override
    public Listing list(ContextId context, Family family) throws StoreUnavailable {
        return listings.list(context, Optional.of(family), database::list);
    }

    @Override
    public List<ContextId> contexts(Optional<ContextId> after, int limit) throws StoreUnavailable {
        return database.contexts(after, limit);
    }

    @Override
    public Revision apply(ChangeSet set) throws StoreConflict, StoreUnavailable {
        return commit(commit -> commit.apply(set)).revision();
    }

    @Override
    public CompletionStage<Revision> applyLater(ChangeSet set) {
        return commits.submit(commit -> commit.apply(set)).thenCompose(Applied::stage);
    }

    @Override
    public boolean isLocal() {
        return true;
    }

    @Override
    public int restore(ContextId context, Listing from) throws StoreUnavailable {
        return commit(commit -> commit.restore(context, from));
    }

    @Override
    public boolean touch(ScopeRecord seen, Instant at) throws StoreUnavailable {
        return commit(commit -> commit.touch(seen, at));
    }

    @Override
    public boolean forget(ScopeRecord seen) throws StoreUnavailable {
        return commit(commit -> commit.forget(seen));
    }

    private <T> T commit(Decision<Commit, T> decision) throws StoreUnavailable {
        try {
            return commits.submit(decision).join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof StoreUnavailable why) {
                throw why;
            }
            throw e;
        }
    }

    @Override
    public void scan(Visitor visitor) throws StoreUnavailable {
        database.scan(visitor);
    }

    @Override
    public Verification verify(ContextId context) throws StoreUnavailable {
        return database.verify(context);
    }

    @Override
    public List<String> verifyFiles() throws StoreUnavailable {
        return database.verifyFiles();
    }

    @Override
    public void probe() throws StoreUnavailable {
        database.probe();
    }

    @Override
    public Optional<Path> folder() {
        return Optional.of(database.folder());
    }

    @Override
    public Map<String, Long> figures() {
        return database.figures();
    }

    /** Closes it, after the calls that are under way. Whatever is called from now on is refused. */
    @Override
    public void close() throws IOException {
        try (leaders) {
            database.close();
        }
    }
}
