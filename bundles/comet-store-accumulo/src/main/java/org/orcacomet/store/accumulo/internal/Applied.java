package org.orcacomet.store.accumulo.internal;

import java.util.Optional;
import org.orcacomet.api.Revision;
import org.orcacomet.api.ScopeKey;
import org.orcacomet.store.StoreConflict;

/**
 * What became of changes.
 *
 * @param revision the context's, if they were made
 * @param conflict otherwise a scope that is not what was seen
 */
public record Applied(Optional<Revision> revision, Optional<ScopeKey> conflict) {
    static Applied at(Revision revision) {
        return new Applied(Optional.of(revision), Optional.empty());
    }

    static Applied not(ScopeKey changed) {
        return new Applied(Optional.empty(), Optional.of(changed));
    }

    /** The context's revision. */
    public Revision orThrow() throws StoreConflict {
        if (conflict.isPresent()) {
            throw new StoreConflict(conflict.get());
        }
        return revision.orElseThrow();
    }
}
