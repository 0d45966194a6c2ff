package orca.shirako.container;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import orca.shirako.api.IEvent;
import orca.shirako.api.IEventFilter;
import orca.shirako.api.IEventHandler;
import orca.util.ID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Delivers events on the thread that made them, under one lock, with ORCA's hazards: subscribers hear in random order,
 * an Exception of one of them ends this event's delivery, an Error goes on to the thread, and who subscribes inside a
 * handler ends the delivery, too.
 */
public class EventManager {
    private static final Logger LOG = LoggerFactory.getLogger("orca");

    /** By random identifiers, so that the order is random. */
    private final Map<ID, Subscription> subscriptions = new HashMap<>();

    /** One without subscriptions. */
    public EventManager() {
        super();
    }

    /** Forgets all subscribers. */
    public synchronized void clearSubscriptions() {
        subscriptions.clear();
    }

    /** From now on the handler hears of every event that passes all filters. */
    public synchronized ID createPrivilegedSubscription(IEventHandler handler, IEventFilter... filters)
            throws EventManagerException {
        if (handler == null) {
            throw new EventManagerException();
        }
        ID id = new ID();
        subscriptions.put(id, new Subscription(handler, filters));
        return id;
    }

    /** Delivers the event. */
    public synchronized void dispatchEvent(IEvent event) {
        try {
            for (Subscription subscription : subscriptions.values()) {
                subscription.offer(event);
            }
        } catch (Exception e) {
            LOG.error("Could not dispatch event", e);
        }
    }

    private static final class Subscription {
        private final IEventHandler handler;
        private final IEventFilter[] filters;

        Subscription(IEventHandler handler, IEventFilter... filters) {
            this.handler = handler;
            this.filters = filters.clone();
        }

        void offer(IEvent event) {
            if (Stream.of(filters).allMatch(filter -> filter.matches(event))) {
                handler.handle(event);
            }
        }
    }
}
