package org.orcacomet.api;

import java.util.Objects;
import java.util.Optional;

/** A scope as a reader sees it. */
public final class Scope {
    private final ScopeKey key;
    private final ScopeValue value;
    private final Optional<Revision> revision;

    private Scope(ScopeKey key, ScopeValue value, Optional<Revision> revision) {
        this.key = key;
        this.value = value;
        this.revision = revision;
    }

    /** The scope of this name, with its value and, where the server counts them, its revision. */
    public static Scope of(ScopeKey key, ScopeValue value, Optional<Revision> revision) {
        return new Scope(key, value, revision);
    }

    /** Its name. */
    public ScopeKey key() {
        return key;
    }

    /** Its value. */
    public ScopeValue value() {
        return value;
    }

    /** The revision of the context at the scope's last change; empty if the server counts none. */
    public Optional<Revision> revision() {
        return revision;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Scope
                && key.equals(((Scope) other).key)
                && value.equals(((Scope) other).value)
                && revision.equals(((Scope) other).revision);
    }

    @Override
    public int hashCode() {
        return Objects.hash(key, value, revision);
    }

    /** Name and revision; nothing of the value. */
    @Override
    public String toString() {
        return key + revision.map(r -> "@" + r).orElse("");
    }
}
