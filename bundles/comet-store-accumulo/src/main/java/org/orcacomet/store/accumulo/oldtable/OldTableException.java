package org.orcacomet.store.accumulo.oldtable;

/** The old table cannot be read; the message is one sentence for the operator, without any password, token or value. */
public final class OldTableException extends Exception {
    private static final long serialVersionUID = 1L;

    OldTableException(String message) {
        super(message);
    }

    /** What led to it is suppressed, so that the sentence is the last word. */
    OldTableException(String message, Throwable reason) {
        super(message);
        addSuppressed(reason);
    }
}
