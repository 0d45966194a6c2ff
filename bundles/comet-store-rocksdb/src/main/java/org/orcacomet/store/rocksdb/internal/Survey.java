package org.orcacomet.store.rocksdb.internal;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.orcacomet.api.ContextId;
import org.orcacomet.api.Revision;
import org.orcacomet.api.ScopeKey;
import org.orcacomet.store.Listing;
import org.orcacomet.store.RecordCodec;
import org.orcacomet.store.RecordFault;
import org.orcacomet.store.ScopeRecord;
import org.orcacomet.store.Verification;
import org.rocksdb.LiveFileMetaData;
import org.rocksdb.ReadOptions;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.RocksIterator;
import org.rocksdb.Status;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What an operator asks a database that is in use. Whoever calls it keeps the database open meanwhile. */
final class Survey {
    private static final Logger LOG = LoggerFactory.getLogger(Survey.class);

    /** RocksDB's names of its figures, by ours. */
    private static final Map<String, String> PROPERTIES = Map.of(
            "disk_bytes", "rocksdb.total-sst-files-size",
            "memtable_bytes", "rocksdb.cur-size-all-mem-tables",
            "cache_bytes", "rocksdb.block-cache-usage",
            "records_estimated", "rocksdb.estimate-num-keys",
            "compactions_running", "rocksdb.num-running-compactions",
            "compaction_pending_bytes", "rocksdb.estimate-pending-compaction-bytes",
            "background_errors", "rocksdb.background-errors",
            "writes_stopped", "rocksdb.is-write-stopped");

    private Survey() {}

    /** A seek for each context, whatever it holds. */
    static List<ContextId> contexts(RocksDB rocks, Optional<ContextId> after, int limit) throws RocksDBException {
        List<ContextId> contexts = new ArrayList<>();
        try (RocksIterator at = rocks.newIterator()) {
            at.seek(after.map(Names::counter).map(Names::afterContext).orElseGet(Names::firstContext));
            while (at.isValid() && contexts.size() < limit) {
                counted(at.key()).ifPresent(contexts::add);
                at.seek(Names.afterContext(at.key()));
            }
            at.status();
        }
        return contexts;
    }

    /** A name that is damaged is passed over: its context is none that anyone can name. */
    private static Optional<ContextId> counted(byte[] key) {
        Optional<ContextId> context = Optional.empty();
        try {
            context = Names.counted(key).map(named -> whole(named, key));
        } catch (IllegalArgumentException e) {
            LOG.warn("The name of a context in the store is damaged ({}); it is passed over.", e.getMessage());
        }
        return context;
    }

    /** Bytes that are no UTF-8 are read as another name, which may come before this one: no page would be the last. */
    private static ContextId whole(ContextId named, byte[] key) {
        if (!Arrays.equals(Names.counter(named), key)) {
            throw new IllegalArgumentException("contextID is no UTF-8");
        }
        return named;
    }

    /** What cannot be read of a context is its fault, and not the end. */
    static Verification verify(RocksDB rocks, ContextId context) throws RocksDBException {
        List<ScopeRecord> records = new ArrayList<>();
        List<RecordFault> faults = new ArrayList<>();
        Optional<Revision> revision = Optional.empty();
        byte[] prefix = Names.counter(context);
        try (ReadOptions checking = new ReadOptions().setVerifyChecksums(true).setFillCache(false);
                RocksIterator at = rocks.newIterator(checking)) {
            for (at.seek(prefix); at.isValid() && Names.startsWith(at.key(), prefix); at.next()) {
                if (at.key().length == prefix.length) {
                    revision = revision(at.value(), faults);
                } else {
                    look(at, records, faults);
                }
            }
            requireWhole(at, faults);
        }
        return Verification.of(new Listing(records, revision), faults);
    }

    private static Optional<Revision> revision(byte[] stored, List<RecordFault> faults) {
        if (Numbers.isRevision(stored)) {
            return Optional.of(Numbers.revision(stored));
        }
        faults.add(RecordFault.ofContext("the context's revision is damaged"));
        return Optional.empty();
    }

    private static void look(RocksIterator at, List<ScopeRecord> records, List<RecordFault> faults) {
        Optional<ScopeKey> key = Optional.empty();
        try {
            key = Names.scope(at.key());
            records.add(RecordCodec.decode(key.orElseThrow(IllegalArgumentException::new), at.value()));
        } catch (IllegalArgumentException e) {
            faults.add(new RecordFault(key, key.isPresent() ? "the record is damaged" : "a record's name is damaged"));
        }
    }

    private static void requireWhole(RocksIterator at, List<RecordFault> faults) throws RocksDBException {
        try {
            at.status();
        } catch (RocksDBException e) {
            if (e.getStatus() == null || e.getStatus().getCode() != Status.Code.Corruption) {
                throw e;
            }
            faults.add(RecordFault.ofContext("a part of the context cannot be read: "
                    + DamagedFile.named(e).orElse("a file") + " is damaged"));
        }
    }

    /** The names of the tables that the database has now. */
    static List<String> tables(RocksDB rocks) {
        return rocks.getLiveFilesMetaData().stream()
                .map(LiveFileMetaData::fileName)
                .map(name -> name.substring(name.lastIndexOf('/') + 1))
                .toList();
    }

    /** What is wrong with this table; nothing if it is no longer there, as the database has made others of it. */
    static Optional<String> fault(Path database, String table) {
        Path file = database.resolve(table);
        boolean whole = DamagedFile.isWhole(file) || !Files.exists(file);
        return whole ? Optional.empty() : Optional.of("the file db/" + table + " is damaged");
    }

    /** What RocksDB counts of itself. */
    static Map<String, Long> figures(RocksDB rocks) throws RocksDBException {
        Map<String, Long> figures = new TreeMap<>();
        for (Map.Entry<String, String> property : PROPERTIES.entrySet()) {
            figures.put(property.getKey(), rocks.getLongProperty(property.getValue()));
        }
        return figures;
    }
}
