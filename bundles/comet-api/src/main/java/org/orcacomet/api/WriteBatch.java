package org.orcacomet.api;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Writes of one context that happen together: from 1 to 1,000, no name twice. */
public final class WriteBatch {
    /** How many writes a batch takes at most. */
    public static final int MAX_WRITES = 1000;

    private final List<ScopeWrite> writes;

    private WriteBatch(List<ScopeWrite> writes) {
        this.writes = Collections.unmodifiableList(writes);
    }

    /**
     * These writes.
     *
     * @throws IllegalArgumentException if there is none or over 1,000, if they name two contexts, or a name twice; the
     *     message holds the index of the first that is wrong
     */
    public static WriteBatch of(List<ScopeWrite> writes) {
        List<ScopeWrite> copy = new ArrayList<>(writes);
        if (copy.isEmpty() || copy.size() > MAX_WRITES) {
            throw new IllegalArgumentException("a batch takes from 1 to " + MAX_WRITES + " entries");
        }
        Set<ScopeKey> seen = new HashSet<>();
        for (int i = 0; i < copy.size(); i++) {
            ScopeKey key = copy.get(i).key();
            require(key.context().equals(copy.get(0).key().context()), i, "is of another context");
            require(seen.add(key), i, "names a scope that an earlier one names");
        }
        return new WriteBatch(copy);
    }

    private static void require(boolean holds, int index, String violation) {
        if (!holds) {
            throw new IllegalArgumentException("entry " + index + " " + violation);
        }
    }

    /** The context of all of them. */
    public ContextId context() {
        return writes.get(0).key().context();
    }

    /** The writes, in their order; the list cannot be changed. */
    public List<ScopeWrite> writes() {
        return writes;
    }

    @Override
    public String toString() {
        return writes.size() + " writes in " + context();
    }
}
