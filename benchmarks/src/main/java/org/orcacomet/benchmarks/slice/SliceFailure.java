package org.orcacomet.benchmarks.slice;

/** A slice was not created, or not all of it. */
public final class SliceFailure extends Exception {
    private static final long serialVersionUID = 1;

    /** With this sentence, and what led to it. */
    public SliceFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
