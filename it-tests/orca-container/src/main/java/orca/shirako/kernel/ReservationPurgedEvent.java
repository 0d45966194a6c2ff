package orca.shirako.kernel;

import java.util.Properties;
import orca.shirako.api.IReservation;
import orca.shirako.common.ReservationID;
import orca.shirako.common.SliceID;
import orca.util.ID;

/** An actor has forgotten a reservation. */
public class ReservationPurgedEvent extends ReservationEvent {
    /** The reservation that is no more. */
    public ReservationPurgedEvent(IReservation reservation) {
        super(reservation);
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

    @Override
    public Properties getProperties() {
        return super.getProperties();
    }
}
