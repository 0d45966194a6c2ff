package org.orcacomet.api;

import java.time.Duration;
import java.util.Optional;

/** COMET gave no answer to count on. A change may or may not have happened. */
public final class CometUnavailable extends CometException {
    private static final long serialVersionUID = 1L;

    private final transient Optional<Duration> retryAfter;

    /** No answer, for the reason in the text. */
    public CometUnavailable(CometCode code, String message) {
        this(code, message, Optional.empty(), null);
    }

    /** No answer; the server asks not to be called again for a while, and something else may be the cause (or null). */
    public CometUnavailable(CometCode code, String message, Optional<Duration> retryAfter, Throwable cause) {
        super(code, message, cause);
        this.retryAfter = retryAfter;
    }

    /** How long the server asks to wait, if it does. */
    public Optional<Duration> retryAfter() {
        return retryAfter;
    }

    @Override
    public boolean retryable() {
        return true;
    }
}
