package orca.shirako.api;

/** Hears of events. */
public interface IEventHandler {
    /** Called under the event manager's lock, on whatever thread made the event. */
    void handle(IEvent event);
}
