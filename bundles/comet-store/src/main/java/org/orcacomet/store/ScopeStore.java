package org.orcacomet.store;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.orcacomet.api.ContextId;
import org.orcacomet.api.Family;
import org.orcacomet.api.Revision;
import org.orcacomet.api.ScopeKey;
import org.osgi.annotation.versioning.ProviderType;

/**
 * A store of scopes. Safe for use by many threads; each call is atomic, and sees all that returned before it began.
 *
 * <p>Each context has a revision, a number from 1 that each {@link #apply} raises by one. It is kept for ever: it
 * never starts again, not even when all the records of the context are forgotten.
 */
@ProviderType
public interface ScopeStore {
    /** Sees records, one after the other. */
    @FunctionalInterface
    interface Visitor {
        /** Sees that a context has this revision; its records come next, if it has any. */
        default void visit(ContextId context, Revision revision) throws StoreUnavailable {}

        /** Sees this record. */
        void visit(ScopeRecord record) throws StoreUnavailable;
    }

    /** The record of this scope, a tombstone too; empty if there is none. */
    Optional<ScopeRecord> read(ScopeKey key) throws StoreUnavailable;

    /** The records of a context. */
    Listing list(ContextId context) throws StoreUnavailable;

    /** The records of one family of a context. */
    Listing list(ContextId context, Family family) throws StoreUnavailable;

    /**
     * The next contexts that have a revision, in the order of the bytes of their UTF-8.
     *
     * @param after the one before them; empty for the first
     * @param limit how many at most; under it there are no more
     */
    List<ContextId> contexts(Optional<ContextId> after, int limit) throws StoreUnavailable;

    /**
     * Makes these changes: all of them, under one new revision of their context, or none. When this returns they
     * survive whatever this store survives; a durable one the end of its process at any moment.
     *
     * @return the new revision of the context
     * @throws StoreConflict if a record is no longer the one that its change was decided on; nothing was changed
     */
    Revision apply(ChangeSet changes) throws StoreConflict, StoreUnavailable;

    /**
     * The same, and no thread has to wait for it: what {@link #apply} returns or throws ends the stage, perhaps on a
     * thread of the store, which must not be kept waiting.
     */
    default CompletionStage<Revision> applyLater(ChangeSet changes) {
        try {
            return CompletableFuture.completedStage(apply(changes));
        } catch (StoreConflict | StoreUnavailable e) {
            return CompletableFuture.failedStage(e);
        }
    }

    /**
     * Whether reads and listings are from this machine's memory and disk alone, and {@link #applyLater} returns at
     * once: then a thread that serves many can call them.
     */
    default boolean isLocal() {
        return false;
    }

    /**
     * Renews a record: its time becomes this one, its revision stays. A power failure may undo it.
     *
     * @return false, and nothing is changed, if the record is no longer the one that was seen
     */
    boolean touch(ScopeRecord seen, Instant at) throws StoreUnavailable;

    /**
     * Forgets a record, as if it had never been. A power failure may undo it.
     *
     * @return false, and nothing is changed, if the record is no longer the one that was seen
     */
    boolean forget(ScopeRecord seen) throws StoreUnavailable;

    /**
     * Takes records of a context from another store, as they are: with their guards, revisions and times. One that is
     * here already, in the same or a later revision, stays. The context's revision becomes the largest of its own, the
     * listing's and the records'. All of it happens, or nothing; it survives what {@link #apply} survives.
     *
     * @return how many records were taken
     */
    int restore(ContextId context, Listing from) throws StoreUnavailable;

    /**
     * Shows all contexts and all their records. Each record that is there from the beginning to the end is seen once; of one
     * that comes, goes or changes in between it is open what is seen. The visitor may change the store.
     */
    void scan(Visitor visitor) throws StoreUnavailable;

    /**
     * Looks at a context where it is kept, past what is remembered of it. A record that cannot be read is a fault, and
     * the others are looked at nevertheless.
     */
    default Verification verify(ContextId context) throws StoreUnavailable {
        return Verification.of(list(context), List.of());
    }

    /** Looks at what the store as a whole is kept in, such as its files, and tells what is wrong, a sentence each. */
    default List<String> verifyFiles() throws StoreUnavailable {
        return List.of();
    }

    /**
     * Returns if the store can read and write now; takes no longer than a read.
     *
     * @throws StoreUnavailable if it cannot
     */
    void probe() throws StoreUnavailable;

    /** The folder of this machine that it keeps the scopes in; empty if there is none. */
    default Optional<Path> folder() {
        return Optional.empty();
    }

    /** What it counts of itself, by names such as {@code disk_bytes}, always the same ones; none if it is closed. Cheap. */
    default Map<String, Long> figures() {
        return Map.of();
    }
}
