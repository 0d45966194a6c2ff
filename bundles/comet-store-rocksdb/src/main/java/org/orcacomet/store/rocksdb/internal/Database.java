package org.orcacomet.store.rocksdb.internal;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.orcacomet.api.ContextId;
import org.orcacomet.api.Family;
import org.orcacomet.api.Revision;
import org.orcacomet.api.ScopeKey;
import org.orcacomet.store.Listing;
import org.orcacomet.store.RecordCodec;
import org.orcacomet.store.ScopeRecord;
import org.orcacomet.store.ScopeStore.Visitor;
import org.orcacomet.store.StoreUnavailable;
import org.orcacomet.store.Verification;
import org.rocksdb.Checkpoint;
import org.rocksdb.FlushOptions;
import org.rocksdb.InfoLogLevel;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.RocksIterator;
import org.rocksdb.Status;
import org.rocksdb.WALRecoveryMode;
import org.rocksdb.WriteBatch;
import org.rocksdb.WriteOptions;

/**
 * RocksDB with records in it: the one class that calls it. Calls that come after {@link #close} are refused, and it
 * waits for those that came before, because a native call into a closed database ends the process.
 */
public final class Database implements Closeable {
    private static final int LOG_FILES = 3;
    private static final long LOG_BYTES = 1 << 20;

    private final ReadWriteLock use = new ReentrantReadWriteLock();
    private final Object writing = new Object();
    private final StoreFiles files;
    private final Options options;
    private final WriteOptions durable = new WriteOptions().setSync(true);
    private final WriteOptions buffered = new WriteOptions();
    private final RocksDB rocks;
    private final FaultLog faults;
    private final ManifestNote manifest;
    private final Acknowledged acknowledged;
    private long commits;
    private boolean frozen;
    private volatile boolean closed;

    private Database(StoreFiles files, Options options) throws RocksDBException {
        this.files = files;
        this.faults = new FaultLog(files.dir());
        this.manifest = new ManifestNote(files.database());
        this.acknowledged = files.acknowledged();
        this.options = options;
        this.rocks = RocksDB.open(options, files.database().toString());
        this.commits = Inspection.commits(rocks);
    }

    /**
     * Opens the database of this folder, or makes it.
     *
     * @throws StoreUnusable if it is damaged, or RocksDB does not run here
     */
    public static Database open(StoreFolder folder) throws StoreUnusable {
        try {
            NativeLibrary.load(folder.path());
            if (!folder.isNew()) {
                inspect(folder.files());
            }
            Database database = open(folder.files(), folder.isNew());
            return folder.isNew() ? database.first(folder) : database;
        } catch (StoreUnusable e) {
            throw e;
        } catch (IOException e) {
            throw StoreUnusable.notWritable(folder.path(), e);
        }
    }

    /**
     * Looks through a database before it is opened.
     *
     * @throws StoreUnusable if it is not what was written
     */
    public static void inspect(StoreFiles files) throws IOException {
        try (Options options = options(false)) {
            new Inspection(files).require(options);
        }
    }

    /**
     * Opens a database that was found whole.
     *
     * @throws StoreUnusable if it cannot be opened
     */
    public static Database open(StoreFiles files) throws IOException {
        return open(files, false);
    }

    private static Database open(StoreFiles files, boolean create) throws IOException {
        try {
            return new Database(files, options(create)).begun();
        } catch (RocksDBException e) {
            throw new Inspection(files).refusal(e);
        }
    }

    private Database begun() throws RocksDBException, IOException {
        try (WriteBatch batch = new WriteBatch()) {
            writeDurably(batch);
            return this;
        } catch (RocksDBException | IOException e) {
            close();
            throw e;
        }
    }

    private Database first(StoreFolder folder) throws IOException {
        try {
            folder.mark();
            return this;
        } catch (IOException e) {
            close();
            throw e;
        }
    }

    /** A torn tail is what a crash leaves, before anyone was answered; a fault before the tail is damage, and is told. */
    private static Options options(boolean create) {
        return new Options()
                .setCreateIfMissing(create)
                .setWalRecoveryMode(WALRecoveryMode.TolerateCorruptedTailRecords)
                .setInfoLogLevel(InfoLogLevel.WARN_LEVEL)
                .setKeepLogFileNum(LOG_FILES)
                .setMaxLogFileSize(LOG_BYTES);
    }

    /** The record of this scope. */
    public Optional<ScopeRecord> read(ScopeKey key) throws StoreUnavailable {
        Optional<byte[]> stored = get(Names.record(key));
        return stored.isPresent() ? Optional.of(Contents.record(key, stored.get())) : Optional.empty();
    }

    /** The revision of this context. */
    public Optional<Revision> revision(ContextId context) throws StoreUnavailable {
        Optional<byte[]> stored = get(Names.counter(context));
        return stored.isPresent() ? Optional.of(Contents.revision(context, stored.get())) : Optional.empty();
    }

    /** One family of a context, or all of it, at one moment. */
    public Listing list(ContextId context, Optional<Family> family) throws StoreUnavailable {
        return ask(() -> Contents.list(rocks, context, family));
    }

    /** Writes all of a commit or none. When this returns it is on the disk, if it must be. */
    public void write(Commit commit) throws StoreUnavailable {
        if (!commit.isEmpty()) {
            ask(() -> {
                try (WriteBatch batch = new WriteBatch()) {
                    fill(batch, commit);
                    write(batch, commit.durable());
                }
                return true;
            });
        }
    }

    private void write(WriteBatch batch, boolean lasts) throws RocksDBException, IOException, StoreUnavailable {
        synchronized (writing) {
            if (frozen) {
                throw new StoreUnavailable("a backup is being restored");
            }
            if (lasts) {
                writeDurably(batch);
            } else {
                rocks.write(buffered, batch);
            }
        }
    }

    /**
     * Puts all of it, as it is at one moment, into this folder, which is made; nobody writes in that moment. Its tables
     * are the same files under another name.
     *
     * @return the number of the last commit in it
     */
    public long copy(Path target) throws StoreUnavailable {
        return ask(() -> {
            try (FlushOptions flush = new FlushOptions();
                    Checkpoint checkpoint = Checkpoint.create(rocks)) {
                // Most of what is in memory, so that the moment is a short one.
                rocks.flush(flush);
                synchronized (writing) {
                    checkpoint.createCheckpoint(target.toString());
                    return commits;
                }
            }
        });
    }

    /** From now on nothing is written any more. */
    void freeze() {
        synchronized (writing) {
            frozen = true;
        }
    }

    /** Its number is in the database before it is in the file beside it, which so never asks for too much. */
    private void writeDurably(WriteBatch batch) throws RocksDBException, IOException {
        commits++;
        batch.put(Names.commits(), Numbers.encode(commits));
        Optional<byte[]> note = manifest.fresh();
        if (note.isPresent()) {
            batch.put(Names.manifest(), note.get());
        }
        rocks.write(durable, batch);
        acknowledged.set(commits);
    }

    private static void fill(WriteBatch batch, Commit commit) throws RocksDBException {
        for (Map.Entry<ContextId, Revision> revision : commit.revisions().entrySet()) {
            batch.put(Names.counter(revision.getKey()), Numbers.encode(revision.getValue()));
        }
        for (Map.Entry<ScopeKey, Optional<ScopeRecord>> record :
                commit.records().entrySet()) {
            byte[] name = Names.record(record.getKey());
            if (record.getValue().isPresent()) {
                batch.put(name, RecordCodec.encode(record.getValue().get()));
            } else {
                batch.delete(name);
            }
        }
    }

    /** Writes something that does not matter. */
    public void probe() throws StoreUnavailable {
        ask(() -> {
            rocks.put(buffered, Names.probe(), new byte[0]);
            return true;
        });
    }

    /** What RocksDB counts of itself; none if it is closed. It looks at no file for that. */
    public Map<String, Long> figures() {
        try {
            return ask(() -> Survey.figures(rocks));
        } catch (StoreUnavailable e) {
            return Map.of();
        }
    }

    /** Shows all contexts and records, as they are at one moment. */
    public void scan(Visitor visitor) throws StoreUnavailable {
        ask(() -> {
            try (RocksIterator at = rocks.newIterator()) {
                for (at.seekToFirst(); at.isValid(); at.next()) {
                    requireOpen();
                    Contents.visit(visitor, at);
                }
                at.status();
            }
            return true;
        });
    }

    /** The next contexts that are counted. */
    public List<ContextId> contexts(Optional<ContextId> after, int limit) throws StoreUnavailable {
        return ask(() -> Survey.contexts(rocks, after, limit));
    }

    /** Looks at the records of a context in the database's files. */
    public Verification verify(ContextId context) throws StoreUnavailable {
        return ask(() -> Survey.verify(rocks, context));
    }

    /** Looks at each of the database's tables as a whole. It can be closed between one and the next. */
    public List<String> verifyFiles() throws StoreUnavailable {
        List<String> faults = new ArrayList<>();
        for (String table : ask(() -> Survey.tables(rocks))) {
            ask(() -> Survey.fault(files.database(), table)).ifPresent(faults::add);
        }
        return faults;
    }

    private Optional<byte[]> get(byte[] key) throws StoreUnavailable {
        return ask(() -> Optional.ofNullable(rocks.get(key)));
    }

    private <T> T ask(Question<T> question) throws StoreUnavailable {
        use.readLock().lock();
        try {
            requireOpen();
            return question.ask();
        } catch (RocksDBException e) {
            faults.report(e);
            throw new StoreUnavailable("the store has a fault: " + reason(e), e);
        } catch (IOException e) {
            faults.report(e);
            throw new StoreUnavailable("the store has a fault", e);
        } finally {
            use.readLock().unlock();
        }
    }

    private void requireOpen() throws StoreUnavailable {
        if (closed) {
            throw new StoreUnavailable("the store is closed");
        }
    }

    private static String reason(RocksDBException e) {
        return Optional.ofNullable(e.getStatus()).map(Status::getCodeString).orElse("unknown");
    }

    @Override
    public void close() throws IOException {
        closed = true;
        use.writeLock().lock();
        try (acknowledged;
                options;
                durable;
                buffered) {
            rocks.close();
        } finally {
            use.writeLock().unlock();
        }
    }

    @FunctionalInterface
    private interface Question<T> {
        T ask() throws RocksDBException, IOException, StoreUnavailable;
    }
}
