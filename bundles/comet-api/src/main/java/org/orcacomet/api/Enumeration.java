package org.orcacomet.api;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** The scopes of a context that a token reads, in the order of their names. */
public final class Enumeration {
    private final List<Scope> scopes;
    private final Optional<Revision> revision;

    private Enumeration(List<Scope> scopes, Optional<Revision> revision) {
        this.scopes = Collections.unmodifiableList(new ArrayList<>(scopes));
        this.revision = revision;
    }

    /** These scopes, as they were at this revision of their context. */
    public static Enumeration of(List<Scope> scopes, Optional<Revision> revision) {
        return new Enumeration(scopes, revision);
    }

    /** The scopes; the list cannot be changed. */
    public List<Scope> scopes() {
        return scopes;
    }

    /** The context's revision; empty if there is no scope to show, or the server counts none. */
    public Optional<Revision> revision() {
        return revision;
    }

    @Override
    public String toString() {
        return scopes.toString();
    }
}
