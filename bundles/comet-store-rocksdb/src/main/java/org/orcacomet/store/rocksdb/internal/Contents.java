package org.orcacomet.store.rocksdb.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.orcacomet.api.ContextId;
import org.orcacomet.api.Family;
import org.orcacomet.api.Revision;
import org.orcacomet.api.ScopeKey;
import org.orcacomet.store.Listing;
import org.orcacomet.store.RecordCodec;
import org.orcacomet.store.ScopeRecord;
import org.orcacomet.store.ScopeStore.Visitor;
import org.orcacomet.store.StoreUnavailable;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.RocksIterator;

/** Contexts and records, as they are in the database; what is not as it was written is a {@link StoreUnavailable}. */
final class Contents {
    private Contents() {}

    /** An iterator sees one moment, so the counter and the records come from the same one. */
    static Listing list(RocksDB rocks, ContextId context, Optional<Family> family)
            throws RocksDBException, StoreUnavailable {
        byte[] counter = Names.counter(context);
        byte[] prefix = family.map(known -> Names.family(context, known)).orElse(counter);
        try (RocksIterator at = rocks.newIterator()) {
            at.seek(counter);
            boolean counted = at.isValid() && Arrays.equals(at.key(), counter);
            Optional<Revision> revision = counted ? Optional.of(revision(context, at.value())) : Optional.empty();
            List<ScopeRecord> records = new ArrayList<>();
            for (at.seek(prefix); at.isValid() && Names.startsWith(at.key(), prefix); at.next()) {
                visitRecord(records::add, at);
            }
            at.status();
            return new Listing(records, revision);
        }
    }

    /** Shows what is here: a context, a record, or nothing if it is neither. */
    static void visit(Visitor visitor, RocksIterator at) throws StoreUnavailable {
        Optional<ContextId> counted = named(at.key(), Names::counted);
        if (counted.isPresent()) {
            visitor.visit(counted.get(), revision(counted.get(), at.value()));
        }
        visitRecord(visitor, at);
    }

    private static void visitRecord(Visitor visitor, RocksIterator at) throws StoreUnavailable {
        Optional<ScopeKey> key = named(at.key(), Names::scope);
        if (key.isPresent()) {
            visitor.visit(record(key.get(), at.value()));
        }
    }

    private static <T> Optional<T> named(byte[] key, Function<byte[], Optional<T>> kind) throws StoreUnavailable {
        try {
            return kind.apply(key);
        } catch (IllegalArgumentException e) {
            throw new StoreUnavailable("the store is damaged at a name (" + e.getMessage() + ")", e);
        }
    }

    /** The record of this scope that is stored so. */
    static ScopeRecord record(ScopeKey key, byte[] stored) throws StoreUnavailable {
        try {
            return RecordCodec.decode(key, stored);
        } catch (IllegalArgumentException e) {
            throw new StoreUnavailable("the store is damaged at " + key, e);
        }
    }

    /** The revision of this context that is stored so. */
    static Revision revision(ContextId context, byte[] stored) throws StoreUnavailable {
        if (!Numbers.isRevision(stored)) {
            throw new StoreUnavailable("the store is damaged at the revision of " + context);
        }
        return Numbers.revision(stored);
    }
}
