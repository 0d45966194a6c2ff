package orca.shirako.api;

import orca.shirako.common.ReservationID;
import orca.shirako.common.SliceID;

/** A reservation. */
public interface IReservation {
    IActor getActor();

    int getPendingState();

    ReservationID getReservationID();

    SliceID getSliceID();

    int getState();
}
