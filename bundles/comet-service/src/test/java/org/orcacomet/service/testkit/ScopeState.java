package org.orcacomet.service.testkit;

/** The states that a scope can be in when a call comes; {@link Stage} puts it there. */
public enum ScopeState {
    /** Never there. */
    NONE(false),
    /** There, made by {@link Who#CREATOR}. */
    LIVE(true),
    /** There, made by {@link Who#COLLEAGUE}. */
    COLLEAGUES(true),
    /** There, made by a caller without a certificate. */
    UNSIGNED(true),
    /** There, with the null value. */
    NULL(true),
    /** There, with tokens that are too weak for a new scope. */
    WEAK(true),
    /** There, and unused for so long that using it renews it. */
    IDLE(true),
    /** Unused for twice as long, and so gone. */
    AGED(false),
    /** Deleted, and its tombstone is kept. */
    DELETED(false),
    /** Deleted so long ago that its tombstone is gone. */
    FORGOTTEN(false);

    private final boolean live;

    ScopeState(boolean live) {
        this.live = live;
    }

    /** Whether it exists. */
    public boolean live() {
        return live;
    }

    /** The revision of its record; 0 if there is none. */
    public long revision() {
        return switch (this) {
            case NONE -> 0;
            case DELETED, FORGOTTEN -> 3;
            default -> 2;
        };
    }

    /** The revision of its context. */
    public long contextRevision() {
        return switch (this) {
            case NONE -> 2;
            case DELETED, FORGOTTEN -> 4;
            default -> 3;
        };
    }

    /** Its read token, or the one that it would have. */
    public String readToken() {
        return this == WEAK ? "weakread" : "readToken1";
    }

    /** Its write token, or the one that it would have. */
    public String writeToken() {
        return this == WEAK ? "weakwrite" : "writeToken1";
    }
}
