package orca.manage.beans;

/** A reservation that is to be asked of a broker. */
public class TicketReservationMng extends ReservationMng {
    private String broker;
    private boolean renewable;

    /** The broker. */
    public String getBroker() {
        return broker;
    }

    /** Sets the broker. */
    public void setBroker(String value) {
        broker = value;
    }

    /** Whether it may be extended. */
    public boolean isRenewable() {
        return renewable;
    }

    /** Sets whether it may be extended. */
    public void setRenewable(boolean value) {
        renewable = value;
    }
}
