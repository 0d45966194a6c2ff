package orca.shirako.core;

/** ORCA's numbers for states and pending states. */
final class States {
    static final int NASCENT = 1;
    static final int TICKETED = 2;
    static final int ACTIVE = 3;
    static final int CLOSED = 5;
    static final int CLOSE_WAIT = 6;
    static final int FAILED = 7;

    static final int NONE = 1;
    static final int TICKETING = 2;
    static final int REDEEMING = 3;
    static final int PRIMING = 6;
    static final int CLOSING = 8;
    static final int CLOSING_JOINING = 10;
    static final int MODIFYING_LEASE = 11;

    private States() {}
}
