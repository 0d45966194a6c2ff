package org.orcacomet.bridge.am;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import orca.shirako.api.IActor;
import orca.shirako.api.IEvent;
import orca.shirako.api.IEventHandler;
import orca.shirako.kernel.ReservationPurgedEvent;
import orca.shirako.kernel.ReservationStateTransitionEvent;
import orca.shirako.util.ReservationState;

/**
 * Hears from ORCA that reservations end, on the actors' threads and under the event manager's lock: it queues, and
 * nothing leaves it. What brokers and service managers say of the same reservations does not count.
 */
final class ReservationWatch implements IEventHandler {
    private static final int AUTHORITY = 3;
    private static final int CLOSED = 5;
    private static final int FAILED = 7;
    private static final int PENDING_CLOSING = 8;
    private static final int PENDING_CLOSING_JOINING = 10;

    private final EndingQueue queue;
    /** A purge names its actor by the identifier alone; a reservation that is purged was announced before. */
    private final Set<String> authorities = ConcurrentHashMap.newKeySet();

    ReservationWatch(EndingQueue queue) {
        this.queue = queue;
    }

    /** Whether this has any use for an event. */
    static boolean concerns(IEvent event) {
        return event instanceof ReservationStateTransitionEvent || event instanceof ReservationPurgedEvent;
    }

    @Override
    public void handle(IEvent event) {
        LastResort.take("an event", () -> {
            if (event instanceof ReservationStateTransitionEvent) {
                transition((ReservationStateTransitionEvent) event);
            } else if (event instanceof ReservationPurgedEvent) {
                purge((ReservationPurgedEvent) event);
            }
        });
    }

    private void transition(ReservationStateTransitionEvent event) {
        IActor actor = event.getReservation().getActor();
        if (actor != null && actor.getType() == AUTHORITY) {
            authorities.add(event.getActorID().toString());
            stage(event.getState())
                    .map(stage -> new Ending(
                            event.getSliceID().toString(),
                            event.getReservationID().toString(),
                            stage))
                    .ifPresent(queue::add);
        }
    }

    private static Optional<Ending.Stage> stage(ReservationState state) {
        if (state.getState() == CLOSED || state.getState() == FAILED) {
            return Optional.of(Ending.Stage.ENDED);
        }
        boolean closing = state.getPending() == PENDING_CLOSING || state.getPending() == PENDING_CLOSING_JOINING;
        return closing ? Optional.of(Ending.Stage.CLOSING) : Optional.empty();
    }

    private void purge(ReservationPurgedEvent event) {
        if (authorities.contains(event.getActorID().toString())) {
            queue.add(new Ending(
                    event.getSliceID().toString(), event.getReservationID().toString(), Ending.Stage.PURGED));
        }
    }
}
