package orca.shirako.container;

import orca.shirako.api.IEvent;
import orca.shirako.api.IEventFilter;
import orca.shirako.api.IEventHandler;
import orca.util.ID;

/** Tells handlers of events, under its own lock. */
public class EventManager {
    public EventManager() {}

    public synchronized ID createPrivilegedSubscription(IEventHandler eventHandler, IEventFilter... filters)
            throws EventManagerException {
        throw new UnsupportedOperationException();
    }

    public synchronized void dispatchEvent(IEvent event) {
        throw new UnsupportedOperationException();
    }
}
