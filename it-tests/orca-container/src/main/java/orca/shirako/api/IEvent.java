package orca.shirako.api;

import java.util.Properties;
import orca.util.ID;

/** Something that happened at an actor. */
public interface IEvent {
    /** The actor. */
    ID getActorID();

    /** Null, as in ORCA. */
    Properties getProperties();
}
