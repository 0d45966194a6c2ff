package org.orcacomet.client;

/** The client's settings do not work; the message is one sentence for the operator, without any secret. */
public final class CometSettingsException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    /** A fault that this sentence names. */
    public CometSettingsException(String sentence) {
        super(sentence);
    }
}
