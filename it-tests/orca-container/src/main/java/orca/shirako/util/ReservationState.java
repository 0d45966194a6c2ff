package orca.shirako.util;

/** State, pending state and, at clients, state of joining; in ORCA's numbers. */
public class ReservationState {
    private static final String[] STATES = {
        "", "Nascent", "Ticketed", "Active", "ActiveTicketed", "Closed", "CloseWait", "Failed"
    };
    private static final String[] PENDING = {
        "",
        "None",
        "Ticketing",
        "Redeeming",
        "ExtendingTicket",
        "ExtendingLease",
        "Priming",
        "Blocked",
        "Closing",
        "Probing",
        "ClosingJoining",
        "ModifyingLease"
    };
    private static final String[] JOINING = {"", "NoJoin", "BlockedJoin", "BlockedRedeem", "Joining"};
    private static final int NO_CLIENT = -1;

    protected final int state;
    protected final int pending;
    protected final int joining;

    /** Of an authority or a broker. */
    public ReservationState(int state, int pending) {
        this(state, pending, NO_CLIENT);
    }

    /** Of a client. */
    public ReservationState(int state, int pending, int joining) {
        this.state = state;
        this.pending = pending;
        this.joining = joining;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ReservationState && toString().equals(other.toString());
    }

    @Override
    public int hashCode() {
        return toString().hashCode();
    }

    /** The state of joining; negative if this is not a client's. */
    public int getJoining() {
        return joining;
    }

    /** The state of joining, in a word; empty if this is not a client's. */
    public String getJoiningName() {
        return joining == NO_CLIENT ? "" : JOINING[joining];
    }

    /** What is pending. */
    public int getPending() {
        return pending;
    }

    /** What is pending, in a word. */
    public String getPendingName() {
        return PENDING[pending];
    }

    /** The state. */
    public int getState() {
        return state;
    }

    /** The state, in a word. */
    public String getStateName() {
        return STATES[state];
    }

    @Override
    public String toString() {
        String client = joining == NO_CLIENT ? "" : ", " + getJoiningName();
        return "[" + getStateName() + ", " + getPendingName() + client + "]";
    }
}
