package orca.shirako.core;

import orca.shirako.api.IActor;
import orca.shirako.api.IReservation;
import orca.shirako.common.ReservationID;
import orca.shirako.common.SliceID;
import orca.shirako.util.ReservationState;

/** A reservation at one actor, and the state that it is in. */
public final class Reservation implements IReservation {
    private final Actor actor;
    private final ReservationID id;
    private final SliceID slice;
    private final Kind kind;
    private volatile ReservationState state;

    Reservation(Actor actor, Kind kind, ReservationID id, SliceID slice) {
        this.actor = actor;
        this.kind = kind;
        this.id = id;
        this.slice = slice;
        this.state = kind.state(States.NASCENT, States.NONE);
    }

    @Override
    public IActor getActor() {
        return actor;
    }

    @Override
    public int getCategory() {
        return kind.category();
    }

    @Override
    public int getPendingState() {
        return state.getPending();
    }

    @Override
    public ReservationID getReservationID() {
        return id;
    }

    @Override
    public ReservationState getReservationState() {
        return state;
    }

    @Override
    public SliceID getSliceID() {
        return slice;
    }

    @Override
    public int getState() {
        return state.getState();
    }

    void become(int newState, int pending) {
        state = kind.state(newState, pending);
    }

    boolean is(int wanted, int pending) {
        return state.getState() == wanted && state.getPending() == pending;
    }

    @Override
    public String toString() {
        return kind.className();
    }
}
