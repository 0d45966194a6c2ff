package orca.shirako.api;

/** Chooses events. */
public interface IEventFilter {
    /** Whether the subscriber wants it. */
    boolean matches(IEvent event);
}
