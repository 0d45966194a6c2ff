package org.orcacomet.store;

/** What was read is no whole export; the message says what is wrong, and where, and shows nothing of it. */
public final class DamagedExport extends Exception {
    private static final long serialVersionUID = 1L;

    /** What is wrong. */
    DamagedExport(String message) {
        super(message);
    }

    /** What is wrong, and what says so. */
    DamagedExport(String message, Throwable cause) {
        super(message, cause);
    }
}
