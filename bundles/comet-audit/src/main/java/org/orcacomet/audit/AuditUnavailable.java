package org.orcacomet.audit;

/** Lines cannot be written now, so changes must not be made. */
public final class AuditUnavailable extends Exception {
    private static final long serialVersionUID = 1L;

    /** In this sentence, which has no path. */
    public AuditUnavailable(String message) {
        super(message);
    }

    /** The same, and its cause. */
    public AuditUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
