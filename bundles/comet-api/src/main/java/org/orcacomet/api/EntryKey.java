package org.orcacomet.api;

/** The key of a scope within its family: the id of a reservation. */
public final class EntryKey extends Name {
    private EntryKey(String text) {
        super("Key", text);
    }

    /**
     * Takes the name as it is.
     *
     * @throws IllegalArgumentException if it is empty, holds control characters or takes over 4,096 bytes of UTF-8;
     *     the message names the rule, not the input
     */
    public static EntryKey parse(String text) {
        return new EntryKey(text);
    }
}
