package orca.shirako.core;

import java.util.Optional;
import java.util.Properties;
import orca.shirako.common.ReservationID;
import orca.shirako.common.SliceID;

/** The authority's reservations in the database. */
final class Ledger {
    private static final String STATE = "state";
    private static final String PENDING = "pending";
    private static final String NOTICE = "notice";
    private static final String SLICE = "slice";

    private final Table reservations;
    private final Announcer announcer;

    Ledger(Table reservations, Announcer announcer) {
        this.reservations = reservations;
        this.announcer = announcer;
    }

    void store(Reservation reservation, String notice) {
        Properties row = new Properties();
        row.setProperty(STATE, Integer.toString(reservation.getState()));
        row.setProperty(PENDING, Integer.toString(reservation.getPendingState()));
        row.setProperty(SLICE, reservation.getSliceID().toString());
        row.setProperty(NOTICE, notice);
        row.setProperty("text", reservation.getReservationState().toString());
        announcer.store(
                reservation,
                () -> reservations.put(reservation.getReservationID().toString(), row));
    }

    Iterable<String> keys() {
        return reservations.keys();
    }

    /** A stored reservation as one of this actor, in its stored state; nothing is announced. */
    Reservation read(String rid, Actor actor) {
        Properties row = reservations.get(rid).orElseGet(Properties::new);
        Reservation reservation =
                new Reservation(actor, Kind.AUTHORITY, new ReservationID(rid), new SliceID(row.getProperty(SLICE)));
        reservation.become(number(row, STATE), number(row, PENDING));
        return reservation;
    }

    private static int number(Properties row, String key) {
        return Integer.parseInt(row.getProperty(key));
    }

    /** State and notice, as the service manager's user sees them. */
    Optional<String> describe(String rid) {
        return reservations.get(rid).map(row -> (row.getProperty("text") + " " + row.getProperty(NOTICE)).trim());
    }
}
