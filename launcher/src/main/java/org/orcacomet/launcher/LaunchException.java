package org.orcacomet.launcher;

/** A command cannot do what it was asked; the message is one sentence that says what and what to do. */
public final class LaunchException extends Exception {
    private static final long serialVersionUID = 1L;

    private final ExitStatus status;

    /** A failure with this text; the exit status is 1. */
    public LaunchException(String message) {
        this(ExitStatus.FAILED, message);
    }

    /** A failure with this text and its cause; the exit status is 1. */
    public LaunchException(String message, Throwable cause) {
        this(ExitStatus.FAILED, message, cause);
    }

    /** A failure with this exit status and text. */
    public LaunchException(ExitStatus status, String message) {
        super(message);
        this.status = status;
    }

    /** A failure with this exit status, text and cause. */
    public LaunchException(ExitStatus status, String message, Throwable cause) {
        super(message, cause);
        this.status = status;
    }

    /** How the command ends. */
    public ExitStatus status() {
        return status;
    }
}
