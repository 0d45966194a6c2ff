package org.orcacomet.api;

/** The family of a scope, such as {@code users} or {@code hostsall}. */
public final class Family extends Name {
    private Family(String text) {
        super("family", text);
    }

    /**
     * Takes the name as it is.
     *
     * @throws IllegalArgumentException if it is empty, holds control characters or takes over 4,096 bytes of UTF-8;
     *     the message names the rule, not the input
     */
    public static Family parse(String text) {
        return new Family(text);
    }
}
