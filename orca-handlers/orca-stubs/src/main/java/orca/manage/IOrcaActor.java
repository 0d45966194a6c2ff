package orca.manage;

import java.util.List;
import orca.manage.beans.ReservationMng;
import orca.manage.beans.SliceMng;
import orca.shirako.common.ReservationID;
import orca.shirako.common.SliceID;
import orca.util.ID;

/** An actor, as it is managed. */
public interface IOrcaActor extends IOrcaComponent {
    SliceMng getSlice(SliceID slice);

    SliceID addSlice(SliceMng slice);

    boolean removeSlice(SliceID slice);

    boolean updateSlice(SliceMng slice);

    List<ReservationMng> getReservations(SliceID slice);

    ReservationMng getReservation(ReservationID reservation);

    boolean closeReservation(ReservationID reservation);

    boolean closeReservations(SliceID slice);

    boolean removeReservation(ReservationID reservation);

    String getName();

    ID getGuid();

    IOrcaActor clone();
}
