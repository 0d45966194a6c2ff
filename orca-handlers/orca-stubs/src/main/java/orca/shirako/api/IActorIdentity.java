package orca.shirako.api;

import orca.util.ID;

/** An actor, by its identifier and name. */
public interface IActorIdentity {
    ID getGuid();

    String getName();
}
