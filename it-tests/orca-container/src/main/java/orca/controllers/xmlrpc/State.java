package orca.controllers.xmlrpc;

import orca.manage.beans.ReservationMng;

/** ORCA's states of reservations, in the order of their numbers, which begin at 1. */
enum State {
    NASCENT,
    TICKETED,
    ACTIVE,
    ACTIVETICKETED,
    CLOSED,
    CLOSEWAIT,
    FAILED;

    boolean of(ReservationMng reservation) {
        return reservation.getState() == ordinal() + 1;
    }

    static String name(ReservationMng reservation) {
        String name = values()[reservation.getState() - 1].name();
        return name.charAt(0) + name.substring(1).toLowerCase(java.util.Locale.ROOT);
    }
}
