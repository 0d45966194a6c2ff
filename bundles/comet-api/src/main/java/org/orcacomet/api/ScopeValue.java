package org.orcacomet.api;

import java.util.Optional;

/** The value of a scope: a text, or null. It may hold secrets, so it says nothing of its text by itself. */
public final class ScopeValue {
    private static final ScopeValue NULL = new ScopeValue(Optional.empty());

    private final Optional<String> text;

    private ScopeValue(Optional<String> text) {
        this.text = text;
    }

    /**
     * This text, kept as it is.
     *
     * @throws IllegalArgumentException if it holds half of a character, which no one could keep as it is
     */
    public static ScopeValue of(String text) {
        return new ScopeValue(Optional.of(Unicode.checked("the value", text)));
    }

    /** The null value. */
    public static ScopeValue ofNull() {
        return NULL;
    }

    /** The text; empty if the value is null. */
    public Optional<String> text() {
        return text;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ScopeValue && ((ScopeValue) other).text.equals(text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    /** The length, and nothing of the text. */
    @Override
    public String toString() {
        return text.map(t -> "ScopeValue[" + t.length() + " characters]").orElse("ScopeValue[null]");
    }
}
