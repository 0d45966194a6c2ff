package org.orcacomet.store;

import org.orcacomet.api.ScopeKey;

/** A scope is no longer what the change was decided on. Nothing was changed: read, and decide anew. */
public final class StoreConflict extends Exception {
    private static final long serialVersionUID = 1L;

    /** A conflict about this scope. */
    public StoreConflict(ScopeKey key) {
        super(key + " was changed by someone else");
    }
}
