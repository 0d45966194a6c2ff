package orca.shirako.core;

import orca.shirako.util.ReservationState;

/** ORCA's kinds of reservations. */
enum Kind {
    CLIENT(1, "ReservationClient") {
        @Override
        ReservationState state(int state, int pending) {
            return new ReservationState(state, pending, NO_JOIN);
        }
    },
    BROKER(2, "BrokerReservation"),
    AUTHORITY(3, "AuthorityReservation");

    private static final int NO_JOIN = 1;

    private final int category;
    private final String className;

    Kind(int category, String className) {
        this.category = category;
        this.className = className;
    }

    ReservationState state(int state, int pending) {
        return new ReservationState(state, pending);
    }

    int category() {
        return category;
    }

    String className() {
        return className;
    }
}
