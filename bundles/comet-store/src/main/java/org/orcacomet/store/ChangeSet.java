package org.orcacomet.store;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.orcacomet.api.ContextId;
import org.orcacomet.api.ScopeKey;

/**
 * Changes of one context that happen together.
 *
 * @param context whose changes they are
 * @param changes at least one, all of this context, no scope twice
 */
public record ChangeSet(ContextId context, List<Change> changes) {
    /**
     * Takes these changes.
     *
     * @throws IllegalArgumentException if there is none, or one is of another context, or a scope is changed twice
     */
    public ChangeSet {
        changes = List.copyOf(changes);
        require(!changes.isEmpty(), "a change set is empty");
        Set<ScopeKey> seen = new HashSet<>();
        for (Change change : changes) {
            require(change.key().context().equals(context), "a change is of another context");
            require(seen.add(change.key()), "a scope is changed twice");
        }
    }

    private static void require(boolean holds, String violation) {
        if (!holds) {
            throw new IllegalArgumentException(violation);
        }
    }
}
