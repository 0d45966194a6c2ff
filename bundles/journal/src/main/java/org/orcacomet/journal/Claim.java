package org.orcacomet.journal;

import java.time.Instant;
import java.util.Optional;
import org.orcacomet.api.ScopeKey;
import org.orcacomet.api.ScopeWrite;
import org.orcacomet.api.TokenPair;

/** What the journal knows of one scope: its tokens, and what is owed for it. Immutable; holds secrets. */
public final class Claim {
    /** What is owed for a scope. */
    public enum State {
        /** Nothing: the tokens are kept for later. */
        HELD,
        /** A write. */
        WRITE_OWED,
        /** A delete; the claim ends with it. */
        DELETE_OWED
    }

    private final ScopeKey key;
    private final TokenPair tokens;
    private final Optional<ScopeWrite> write;
    private final State state;
    private final Instant since;

    private Claim(State state, ScopeWrite write, Instant since) {
        this.key = write.key();
        this.tokens = write.tokens();
        this.write = Optional.of(write);
        this.state = state;
        this.since = since;
    }

    private Claim(State state, ScopeKey key, TokenPair tokens, Instant since) {
        this.key = key;
        this.tokens = tokens;
        this.write = Optional.empty();
        this.state = state;
        this.since = since;
    }

    /** A scope whose tokens are kept since then, and for which nothing is owed. */
    public static Claim held(ScopeKey key, TokenPair tokens, Instant since) {
        return new Claim(State.HELD, key, tokens, since);
    }

    /** A write that is owed since then. */
    public static Claim owing(ScopeWrite write, Instant since) {
        return new Claim(State.WRITE_OWED, write, since);
    }

    /** A delete that is owed since then. */
    public static Claim renounced(ScopeKey key, TokenPair tokens, Instant since) {
        return new Claim(State.DELETE_OWED, key, tokens, since);
    }

    /** The scope. */
    public ScopeKey key() {
        return key;
    }

    /** The tokens that guard it, or will once it is written. */
    public TokenPair tokens() {
        return tokens;
    }

    /** What is owed. */
    public State state() {
        return state;
    }

    /** Whether anything is owed. */
    public boolean owed() {
        return state != State.HELD;
    }

    /** The write that is owed; empty if none is: a value is kept no longer than that. */
    public Optional<ScopeWrite> write() {
        return write;
    }

    /** Since when it is in this state. */
    public Instant since() {
        return since;
    }

    /** Scope and state; no token and no value. */
    @Override
    public String toString() {
        return key + " " + state;
    }
}
