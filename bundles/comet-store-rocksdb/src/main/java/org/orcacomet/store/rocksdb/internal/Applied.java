package org.orcacomet.store.rocksdb.internal;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.orcacomet.api.Revision;
import org.orcacomet.api.ScopeKey;
import org.orcacomet.store.StoreConflict;

/** What came of changes: the revision that they are made under, or the scope that is no longer as it was seen. */
public record Applied(Optional<Revision> made, Optional<ScopeKey> conflict) {
    static Applied under(Revision revision) {
        return new Applied(Optional.of(revision), Optional.empty());
    }

    static Applied not(ScopeKey conflict) {
        return new Applied(Optional.empty(), Optional.of(conflict));
    }

    /** The revision, or the conflict, as a stage. */
    public CompletionStage<Revision> stage() {
        return conflict.<CompletionStage<Revision>>map(key -> CompletableFuture.failedStage(new StoreConflict(key)))
                .orElseGet(() -> CompletableFuture.completedStage(made.orElseThrow()));
    }

    /** The revision; throws if they were not made. */
    public Revision revision() throws StoreConflict {
        if (conflict.isPresent()) {
            throw new StoreConflict(conflict.get());
        }
        return made.orElseThrow();
    }
}
