package orca.shirako.api;

/** Who is told of events. */
public interface IEventHandler {
    void handle(IEvent event);
}
