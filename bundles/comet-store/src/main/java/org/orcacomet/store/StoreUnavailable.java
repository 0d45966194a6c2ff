package org.orcacomet.store;

/** The store cannot answer now. A change may or may not have happened. */
public final class StoreUnavailable extends Exception {
    private static final long serialVersionUID = 1L;

    /** The reason, without any value. */
    public StoreUnavailable(String message) {
        super(message);
    }

    /** The reason, without any value, and its cause. */
    public StoreUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
