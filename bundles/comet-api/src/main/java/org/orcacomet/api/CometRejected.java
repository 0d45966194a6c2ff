package org.orcacomet.api;

/** The call breaks a rule; the message names it. */
public final class CometRejected extends CometException {
    private static final long serialVersionUID = 1L;

    /** A refusal with this code, for a rule that the message names. */
    public CometRejected(CometCode code, String message) {
        super(code, message, null);
    }

    @Override
    public boolean retryable() {
        return false;
    }
}
