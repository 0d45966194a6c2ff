package org.orcacomet.service;

/**
 * What was found of one thing that COMET needs. Anybody may be told of it, so it has no path, name or address.
 *
 * @param name what was looked at, such as {@code store}
 * @param state how it is
 * @param message that in words, and what to do if something is to be done
 */
public record Finding(String name, State state, String message) {
    /** How a thing is. */
    public enum State {
        /** As it should be. */
        GOOD,
        /** COMET serves, and somebody should look at it soon. */
        WARNING,
        /** COMET cannot serve well. */
        FAILED
    }

    /** That it is as it should be. */
    public static Finding good(String name, String message) {
        return new Finding(name, State.GOOD, message);
    }

    /** That somebody should look at it soon. */
    public static Finding warning(String name, String message) {
        return new Finding(name, State.WARNING, message);
    }

    /** That COMET cannot serve well. */
    public static Finding failed(String name, String message) {
        return new Finding(name, State.FAILED, message);
    }

    /** Whether it is as it should be. */
    public boolean isGood() {
        return state == State.GOOD;
    }
}
