package org.orcacomet.api;

/** A call that COMET did not carry out. The message is for a person, and holds no token and no value. */
public abstract class CometException extends Exception {
    private static final long serialVersionUID = 1L;

    private final CometCode code;

    CometException(CometCode code, String message, Throwable cause) {
        super(message, cause);
        this.code = code;
    }

    /** How COMET refused. */
    public final CometCode code() {
        return code;
    }

    /** Whether the same call can succeed later without anyone changing it. */
    public abstract boolean retryable();
}
