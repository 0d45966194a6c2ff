package orca.shirako.kernel;

import java.util.Properties;
import orca.shirako.api.IReservation;
import orca.shirako.common.ReservationID;
import orca.shirako.common.SliceID;
import orca.shirako.util.ReservationState;
import orca.util.ID;

/** A reservation reached a state; ORCA can announce the same one twice. */
public class ReservationStateTransitionEvent extends ReservationEvent {
    private final ReservationState state;

    /** The reservation and the state that it had when this was made. */
    public ReservationStateTransitionEvent(IReservation reservation, ReservationState state) {
        super(reservation);
        this.state = state;
    }

    @Override
    public ID getActorID() {
        return super.getActorID();
    }

    /** The reservation's identifier. */
    public ReservationID getReservationID() {
        return id();
    }

    /** Its slice. */
    public SliceID getSliceID() {
        return slice();
    }

    /** The state that it reached. */
    public ReservationState getState() {
        return state;
    }

    /** The reservation itself, which may be further by now. */
    public IReservation getReservation() {
        return reservation();
    }

    @Override
    public Properties getProperties() {
        return super.getProperties();
    }
}
