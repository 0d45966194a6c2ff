package org.orcacomet.api;

import java.util.Optional;

/** What a read found. */
public final class Reading {
    /** The situations that a read tells apart; a token that does not match is {@link CometDenied}. */
    public enum State {
        /** The scope is there and has a text. */
        PRESENT,
        /** The scope is there and its value is null. */
        NULL,
        /** The scope was there, was deleted not long ago, and the token was its read token. */
        DELETED,
        /** The scope never was, or is forgotten. */
        ABSENT
    }

    private final State state;
    private final Optional<Scope> scope;

    private Reading(State state, Optional<Scope> scope) {
        this.state = state;
        this.scope = scope;
    }

    /** A scope that is there. */
    public static Reading of(Scope scope) {
        State state = scope.value().text().isPresent() ? State.PRESENT : State.NULL;
        return new Reading(state, Optional.of(scope));
    }

    /** A scope that was deleted. */
    public static Reading deleted() {
        return new Reading(State.DELETED, Optional.empty());
    }

    /** No scope. */
    public static Reading absent() {
        return new Reading(State.ABSENT, Optional.empty());
    }

    /** Which situation it was. */
    public State state() {
        return state;
    }

    /** The scope, if it is there. */
    public Optional<Scope> scope() {
        return scope;
    }

    /** The text of the scope, if it is there and is not null. */
    public Optional<String> text() {
        return scope.flatMap(s -> s.value().text());
    }

    @Override
    public String toString() {
        return scope.map(Scope::toString).orElse(state.name());
    }
}
