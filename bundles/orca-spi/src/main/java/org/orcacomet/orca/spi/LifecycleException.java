package org.orcacomet.orca.spi;

/** What was asked could not be done. The text is for ORCA's user and operator, is never empty, and holds no secret. */
public final class LifecycleException extends Exception {
    private static final long serialVersionUID = 1L;

    /** A failure with this text. */
    public LifecycleException(String message) {
        super(message);
    }

    /** A failure with this text and its cause. */
    public LifecycleException(String message, Throwable cause) {
        super(message, cause);
    }
}
