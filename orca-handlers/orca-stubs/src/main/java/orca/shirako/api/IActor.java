package orca.shirako.api;

/** A service manager, a broker or an authority. */
public interface IActor extends IActorIdentity {
    int getType();
}
