package orca.shirako.kernel;

import java.util.Properties;
import orca.shirako.api.IEvent;
import orca.shirako.api.IReservation;
import orca.shirako.common.ReservationID;
import orca.shirako.common.SliceID;
import orca.util.ID;

/** What every event about a reservation tells. */
abstract class ReservationEvent implements IEvent {
    private final IReservation reservation;

    ReservationEvent(IReservation reservation) {
        this.reservation = reservation;
    }

    @Override
    public ID getActorID() {
        return reservation.getActor().getGuid();
    }

    @Override
    public Properties getProperties() {
        return null;
    }

    ReservationID id() {
        return reservation.getReservationID();
    }

    SliceID slice() {
        return reservation.getSliceID();
    }

    IReservation reservation() {
        return reservation;
    }
}
