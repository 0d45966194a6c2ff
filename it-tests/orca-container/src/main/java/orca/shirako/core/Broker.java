package orca.shirako.core;

import orca.shirako.common.ReservationID;
import orca.shirako.common.SliceID;

/** The broker's reservations: they fire events, too, and are none of a plugin's business. */
final class Broker {
    private static final SliceID SLICE = new SliceID("broker-slice");

    private final Actor broker;
    private final Actor site;
    private final Announcer announcer;

    Broker(Actor broker, Actor site, Announcer announcer) {
        this.broker = broker;
        this.site = site;
        this.announcer = announcer;
    }

    Actor actor() {
        return broker;
    }

    /** A fresh boot's claim of the site's resources, on both actors' threads. */
    void claim() {
        ReservationID rid = new ReservationID();
        Reservation exported = new Reservation(site, Kind.BROKER, rid, SLICE);
        Reservation claimed = new Reservation(broker, Kind.CLIENT, rid, SLICE);
        site.queue(() -> {
            announcer.transition(exported, States.NASCENT, States.TICKETING);
            announcer.transition(exported, States.TICKETED, States.PRIMING);
            announcer.transition(exported, States.TICKETED, States.NONE);
        });
        broker.queue(() -> announcer.transition(claimed, States.NASCENT, States.TICKETING));
        broker.queue(() -> announcer.transition(claimed, States.TICKETED, States.NONE));
    }

    /** A ticket for a new reservation; then {@code next}, on the broker's thread. */
    void ticket(String rid, Runnable next) {
        Reservation ticket = new Reservation(broker, Kind.BROKER, new ReservationID(rid), SLICE);
        broker.queue(() -> {
            announcer.transition(ticket, States.NASCENT, States.TICKETING);
            announcer.repeat(ticket);
            announcer.transition(ticket, States.TICKETED, States.PRIMING);
            announcer.transition(ticket, States.TICKETED, States.NONE);
            next.run();
        });
    }

    /** The ticket comes back. */
    void relinquish(String rid) {
        Reservation ticket = new Reservation(broker, Kind.BROKER, new ReservationID(rid), SLICE);
        broker.queue(() -> {
            announcer.transition(ticket, States.CLOSED, States.NONE);
            announcer.purged(ticket);
        });
    }
}
