package orca.shirako.core;

import orca.shirako.common.ReservationID;
import orca.shirako.container.EventManager;
import orca.shirako.kernel.InboundRPCEvent;
import orca.shirako.kernel.ReservationDatabaseUpdateEvent;
import orca.shirako.kernel.ReservationPurgedEvent;
import orca.shirako.kernel.ReservationStateTransitionEvent;

/** Makes reservations reach states, and says so on the thread that does it. */
public final class Announcer {
    private final EventManager events;

    /** Says so to these subscribers. */
    public Announcer(EventManager events) {
        this.events = events;
    }

    void transition(Reservation reservation, int state, int pending) {
        reservation.become(state, pending);
        repeat(reservation);
    }

    /** Announces the state that the reservation is in, whether that was done or not. */
    void repeat(Reservation reservation) {
        events.dispatchEvent(new ReservationStateTransitionEvent(reservation, reservation.getReservationState()));
    }

    void store(Reservation reservation, Runnable storing) {
        events.dispatchEvent(new ReservationDatabaseUpdateEvent(reservation, true));
        storing.run();
        events.dispatchEvent(new ReservationDatabaseUpdateEvent(reservation, false));
    }

    void purged(Reservation reservation) {
        events.dispatchEvent(new ReservationPurgedEvent(reservation));
    }

    void inbound(Actor actor, ReservationID reservation, String call) {
        events.dispatchEvent(new InboundRPCEvent(actor, reservation, call));
    }
}
