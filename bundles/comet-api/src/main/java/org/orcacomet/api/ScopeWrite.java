package org.orcacomet.api;

/** One write of one scope. */
public final class ScopeWrite {
    private final ScopeKey key;
    private final TokenPair tokens;
    private final ScopeValue value;
    private final Precondition precondition;

    private ScopeWrite(ScopeKey key, TokenPair tokens, ScopeValue value, Precondition precondition) {
        this.key = key;
        this.tokens = tokens;
        this.value = value;
        this.precondition = precondition;
    }

    /** Writes this value, whatever was there. */
    public static ScopeWrite of(ScopeKey key, TokenPair tokens, ScopeValue value) {
        return new ScopeWrite(key, tokens, value, Precondition.none());
    }

    /** The same write, under this precondition. */
    public ScopeWrite when(Precondition demanded) {
        return new ScopeWrite(key, tokens, value, demanded);
    }

    /** The scope. */
    public ScopeKey key() {
        return key;
    }

    /** The tokens: those of the scope, or, where it does not exist yet, those that are to guard it. */
    public TokenPair tokens() {
        return tokens;
    }

    /** The new value. */
    public ScopeValue value() {
        return value;
    }

    /** What must hold for the write to happen. */
    public Precondition precondition() {
        return precondition;
    }

    @Override
    public String toString() {
        return "write of " + key;
    }
}
