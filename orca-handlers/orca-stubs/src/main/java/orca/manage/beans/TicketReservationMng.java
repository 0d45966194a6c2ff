package orca.manage.beans;

/** A reservation that is to be asked of a broker. */
public class TicketReservationMng extends ReservationMng {
    public TicketReservationMng() {}
}
