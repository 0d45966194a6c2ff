package orca.shirako.api;

/** Which events a handler is told of. */
public interface IEventFilter {
    boolean matches(IEvent event);
}
