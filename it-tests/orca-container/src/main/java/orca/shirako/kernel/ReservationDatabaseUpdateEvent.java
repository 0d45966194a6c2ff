package orca.shirako.kernel;

import orca.shirako.api.IReservation;
import orca.shirako.common.ReservationID;

/** A reservation is about to be stored, or was. */
public class ReservationDatabaseUpdateEvent extends ReservationEvent {
    private final boolean before;

    /** The reservation; {@code before} it is stored, or after. */
    public ReservationDatabaseUpdateEvent(IReservation reservation, boolean before) {
        super(reservation);
        this.before = before;
    }

    /** The reservation's identifier. */
    public ReservationID getReservationID() {
        return id();
    }

    /** The reservation itself. */
    public IReservation getReservation() {
        return reservation();
    }

    /** Whether it is yet to be stored. */
    public boolean isBefore() {
        return before;
    }
}
