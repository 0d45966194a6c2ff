package org.orcacomet.trials.service;

/** A trial that could not be made, or a service that did not do as it must; the message says which. */
public final class TrialFailure extends Exception {
    private static final long serialVersionUID = 1L;

    /** A trial that ends with this sentence. */
    public TrialFailure(String message) {
        super(message);
    }

    /** With this sentence, and what led to it. */
    public TrialFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
