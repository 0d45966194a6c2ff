package org.orcacomet.api;

import java.util.Objects;

/** The full name of a scope. It names one scope, whatever the tokens. */
public final class ScopeKey {
    private final ContextId context;
    private final Family family;
    private final EntryKey key;

    private ScopeKey(ContextId context, Family family, EntryKey key) {
        this.context = context;
        this.family = family;
        this.key = key;
    }

    /** The scope of this context, family and key. */
    public static ScopeKey of(ContextId context, Family family, EntryKey key) {
        return new ScopeKey(context, family, key);
    }

    /** The context. */
    public ContextId context() {
        return context;
    }

    /** The family. */
    public Family family() {
        return family;
    }

    /** The key within the family. */
    public EntryKey key() {
        return key;
    }

    @Override
    public boolean equals(Object other) {
        if (!(other instanceof ScopeKey)) {
            return false;
        }
        ScopeKey that = (ScopeKey) other;
        return context.equals(that.context) && family.equals(that.family) && key.equals(that.key);
    }

    @Override
    public int hashCode() {
        return Objects.hash(context, family, key);
    }

    /** Context, family and key, for a person to read; not to be parsed. */
    @Override
    public String toString() {
        return context + "/" + family + "/" + key;
    }
}
