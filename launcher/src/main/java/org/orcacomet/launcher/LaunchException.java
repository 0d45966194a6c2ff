package org.orcacomet.launcher;

/** A command cannot do what it was asked; the message is one sentence that says what and what to do. Exit status 1. */
public final class LaunchException extends Exception {
    private static final long serialVersionUID = 1L;

    /** A failure with this text. */
    public LaunchException(String message) {
        super(message);
    }

    /** A failure with this text and its cause. */
    public LaunchException(String message, Throwable cause) {
        super(message, cause);
    }
}
