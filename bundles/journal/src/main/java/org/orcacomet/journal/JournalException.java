package org.orcacomet.journal;

import java.io.IOException;

/**
 * The journal cannot be opened, or could not keep something on disk. The message is one sentence for the operator: it
 * names the file, and what to do; it holds no token and no value.
 */
public final class JournalException extends IOException {
    private static final long serialVersionUID = 1L;

    /** A failure with this text. */
    public JournalException(String message) {
        super(message);
    }

    /** A failure with this text; what caused it is suppressed, so that this text is what is shown. */
    public JournalException(String message, Throwable reason) {
        super(message);
        addSuppressed(reason);
    }
}
