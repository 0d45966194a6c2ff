package orca.manage;

import java.util.List;
import orca.manage.beans.ReservationMng;
import orca.manage.beans.SliceMng;
import orca.shirako.common.ReservationID;
import orca.shirako.common.SliceID;
import orca.util.ID;

/** An actor, as it is managed. */
public interface IOrcaActor extends IOrcaComponent {
    /** All its slices. */
    List<SliceMng> getSlices();

    /** One slice; null if it has none of this id. */
    SliceMng getSlice(SliceID slice);

    /** Adds a slice; null if it could not. */
    SliceID addSlice(SliceMng slice);

    /** Removes a slice. */
    boolean removeSlice(SliceID slice);

    /** Changes a slice. */
    boolean updateSlice(SliceMng slice);

    /** The reservations of a slice. */
    List<ReservationMng> getReservations(SliceID slice);

    /** One reservation; null if it has none of this id. */
    ReservationMng getReservation(ReservationID reservation);

    /** Closes a reservation. */
    boolean closeReservation(ReservationID reservation);

    /** Closes the reservations of a slice. */
    boolean closeReservations(SliceID slice);

    /** Removes a reservation. */
    boolean removeReservation(ReservationID reservation);

    /** The actor's name. */
    String getName();

    /** The actor's identifier. */
    ID getGuid();

    /** The same actor, by a connection of its own. */
    IOrcaActor clone();
}
