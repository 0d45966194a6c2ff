package orca.shirako.api;

/** An actor: service manager, broker or authority. */
public interface IActor extends IActorIdentity {
    /** 1 service manager, 2 broker, 3 authority. */
    int getType();
}
