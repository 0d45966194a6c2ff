package org.orcacomet.api;

/** The peer broke COMET's wire contract: whatever it is, it is not a COMET server. */
public final class CometProtocolException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** A breach that the message names, without what was received. */
    public CometProtocolException(String message) {
        super(message);
    }

    /** A breach that the message names, with its cause. */
    public CometProtocolException(String message, Throwable cause) {
        super(message, cause);
    }
}
