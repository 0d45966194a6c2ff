package orca.shirako.api;

import java.util.Properties;
import orca.util.ID;

/** Something that an actor did. */
public interface IEvent {
    ID getActorID();

    Properties getProperties();
}
