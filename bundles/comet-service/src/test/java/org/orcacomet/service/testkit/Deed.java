package org.orcacomet.service.testkit;

/** The calls that a caller can make about a scope. */
public enum Deed {
    /** Writes it. */
    WRITE,
    /** Writes the neighbour, with the neighbour's tokens, and it. */
    BATCH,
    /** Deletes it. */
    DELETE,
    /** Reads it. */
    READ,
    /** Enumerates its context. */
    ENUMERATE,
    /** Enumerates its family. */
    LIST;

    /** Whether it changes something. */
    public boolean changes() {
        return compareTo(DELETE) <= 0;
    }
}
