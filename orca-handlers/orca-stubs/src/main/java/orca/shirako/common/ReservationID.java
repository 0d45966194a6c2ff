package orca.shirako.common;

import orca.util.ID;

/** A reservation, by its identifier. */
public class ReservationID extends ID {
    public ReservationID() {}

    public ReservationID(String text) {
        super(text);
    }
}
