package orca.shirako.core;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import orca.shirako.plugins.config.HandlerOutcome;

/** A reservation of the authority with its unit, and the handler's end that its next tick takes up. */
final class Lease {
    private final Reservation reservation;
    private final Unit unit;
    private final AtomicReference<HandlerOutcome> ended = new AtomicReference<>();
    private Action action = Action.JOIN;

    Lease(Reservation reservation, Unit unit) {
        this.reservation = reservation;
        this.unit = unit;
    }

    Reservation reservation() {
        return reservation;
    }

    String rid() {
        return reservation.getReservationID().toString();
    }

    Unit unit() {
        return unit;
    }

    void begin(Action next) {
        action = next;
        ended.set(null);
    }

    Action action() {
        return action;
    }

    void ended(HandlerOutcome outcome) {
        ended.set(outcome);
    }

    Optional<HandlerOutcome> takeEnd() {
        return Optional.ofNullable(ended.getAndSet(null));
    }
}
