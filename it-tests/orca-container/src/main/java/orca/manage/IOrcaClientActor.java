package orca.manage;

import java.util.Date;
import java.util.List;
import orca.manage.beans.ReservationMng;
import orca.manage.beans.TicketReservationMng;
import orca.shirako.common.ReservationID;

/** An actor that asks for resources. */
public interface IOrcaClientActor extends IOrcaComponent {
    /** Adds a reservation, which is not demanded yet; null if it could not. */
    ReservationID addReservation(TicketReservationMng reservation);

    /** Adds reservations; null if it could not. */
    List<ReservationID> addReservations(List<TicketReservationMng> reservations);

    /** Demands a reservation as it is. */
    boolean demand(ReservationID reservation);

    /** Demands a reservation, with the local properties that it has now. */
    boolean demand(ReservationMng reservation);

    /** Extends a reservation. */
    boolean extendReservation(ReservationID reservation, Date end);
}
