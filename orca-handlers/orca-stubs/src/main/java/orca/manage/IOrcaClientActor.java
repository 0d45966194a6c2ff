package orca.manage;

import java.util.Date;
import java.util.List;
import orca.manage.beans.ReservationMng;
import orca.manage.beans.TicketReservationMng;
import orca.shirako.common.ReservationID;

/** An actor that asks for resources. */
public interface IOrcaClientActor extends IOrcaComponent {
    ReservationID addReservation(TicketReservationMng ticketReservation);

    List<ReservationID> addReservations(List<TicketReservationMng> list);

    boolean demand(ReservationID reservation);

    boolean demand(ReservationMng reservation);

    boolean extendReservation(ReservationID reservation, Date date);
}
