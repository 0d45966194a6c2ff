package orca.shirako.api;

import orca.shirako.common.ReservationID;
import orca.shirako.common.SliceID;
import orca.shirako.util.ReservationState;

/** A reservation at one actor. */
public interface IReservation {
    /** The actor that holds it. */
    IActor getActor();

    /** 1 client, 2 broker, 3 authority. */
    int getCategory();

    /** What is pending, as a number. */
    int getPendingState();

    /** Its identifier, the same at all actors. */
    ReservationID getReservationID();

    /** State and pending state in one. */
    ReservationState getReservationState();

    /** The slice that it belongs to. */
    SliceID getSliceID();

    /** The state, as a number. */
    int getState();
}
