package org.orcacomet.api;

/** The caller or a token may not do this. It is never said which. */
public final class CometDenied extends CometException {
    private static final long serialVersionUID = 1L;

    /** A refusal with this text. */
    public CometDenied(String message) {
        super(CometCode.FORBIDDEN, message, null);
    }

    @Override
    public boolean retryable() {
        return false;
    }
}
