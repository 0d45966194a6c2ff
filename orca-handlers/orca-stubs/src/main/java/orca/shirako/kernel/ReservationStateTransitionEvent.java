package orca.shirako.kernel;

import java.util.Properties;
import orca.shirako.api.IEvent;
import orca.shirako.api.IReservation;
import orca.shirako.common.ReservationID;
import orca.shirako.common.SliceID;
import orca.shirako.util.ReservationState;
import orca.util.ID;

/** A reservation entered a state. */
public class ReservationStateTransitionEvent implements IEvent {
    public ReservationStateTransitionEvent(IReservation reservation, ReservationState reservationState) {
        throw new UnsupportedOperationException();
    }

    @Override
    public ID getActorID() {
        throw new UnsupportedOperationException();
    }

    public ReservationID getReservationID() {
        throw new UnsupportedOperationException();
    }

    public SliceID getSliceID() {
        throw new UnsupportedOperationException();
    }

    public ReservationState getState() {
        throw new UnsupportedOperationException();
    }

    public IReservation getReservation() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Properties getProperties() {
        throw new UnsupportedOperationException();
    }
}
