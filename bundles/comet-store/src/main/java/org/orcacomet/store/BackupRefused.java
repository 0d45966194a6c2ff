package org.orcacomet.store;

/** A backup cannot be made, listed or restored, and nothing is changed. The message is one sentence for the operator. */
public final class BackupRefused extends Exception {
    private static final long serialVersionUID = 1L;

    /** Why. */
    public enum Reason {
        /** What is asked for is no name of a backup. */
        NO_NAME,
        /** There is no such backup. */
        UNKNOWN,
        /** The backup is not what was written, or of another version. */
        UNUSABLE,
        /** Another one is being made or restored. */
        BUSY,
        /** The disk or the store has a fault. */
        FAULT
    }

    private final Reason reason;

    /** For this reason, in one sentence. */
    public BackupRefused(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    /** The same, with what led to it. */
    public BackupRefused(Reason reason, String message, Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    /** Why. */
    public Reason reason() {
        return reason;
    }
}
