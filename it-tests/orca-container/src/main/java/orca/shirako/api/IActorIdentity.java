package orca.shirako.api;

import orca.util.ID;

/** Who an actor is. */
public interface IActorIdentity {
    /** Its identifier. */
    ID getGuid();

    /** Its name, which its thread has, too. */
    String getName();
}
