package org.orcacomet.api;

/** The context of a scope: the id of a slice. */
public final class ContextId extends Name {
    private ContextId(String text) {
        super("contextID", text);
    }

    /**
     * Takes the name as it is.
     *
     * @throws IllegalArgumentException if it is empty, holds control characters or takes over 4,096 bytes of UTF-8;
     *     the message names the rule, not the input
     */
    public static ContextId parse(String text) {
        return new ContextId(text);
    }
}
