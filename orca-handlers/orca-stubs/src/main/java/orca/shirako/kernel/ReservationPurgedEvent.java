package orca.shirako.kernel;

import java.util.Properties;
import orca.shirako.api.IEvent;
import orca.shirako.api.IReservation;
import orca.shirako.common.ReservationID;
import orca.shirako.common.SliceID;
import orca.util.ID;

/** A reservation was forgotten. */
public class ReservationPurgedEvent implements IEvent {
    public ReservationPurgedEvent(IReservation reservation) {
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

    @Override
    public Properties getProperties() {
        throw new UnsupportedOperationException();
    }
}
