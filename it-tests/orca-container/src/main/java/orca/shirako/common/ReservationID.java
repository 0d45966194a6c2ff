package orca.shirako.common;

import orca.util.ID;

/** Identifies a reservation. */
public class ReservationID extends ID {
    /** A new one. */
    public ReservationID() {
        super();
    }

    /** The one with this text. */
    public ReservationID(String id) {
        super(id);
    }
}
