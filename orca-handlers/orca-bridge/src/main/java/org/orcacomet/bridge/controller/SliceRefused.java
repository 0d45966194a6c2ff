package org.orcacomet.bridge.controller;

/** A slice is not made, as COMET cannot be relied on. The text reaches the user as it is, and holds no secret. */
public final class SliceRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SliceRefused(String message, Throwable cause) {
        super(message, cause);
    }
}
