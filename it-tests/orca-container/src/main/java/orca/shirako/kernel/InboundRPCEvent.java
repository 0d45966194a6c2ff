package orca.shirako.kernel;

import java.util.Properties;
import orca.shirako.api.IActor;
import orca.shirako.api.IEvent;
import orca.shirako.common.ReservationID;
import orca.util.ID;

/** Another actor asks for something; announced on a thread of the pool for such calls. */
public class InboundRPCEvent implements IEvent {
    private final IActor actor;
    private final ReservationID reservation;
    private final String call;

    /** The call that reached this actor. */
    public InboundRPCEvent(IActor actor, ReservationID reservation, String call) {
        this.actor = actor;
        this.reservation = reservation;
        this.call = call;
    }

    @Override
    public ID getActorID() {
        return actor.getGuid();
    }

    @Override
    public Properties getProperties() {
        return null;
    }

    /** The reservation that the call is about. */
    public ReservationID getReservationID() {
        return reservation;
    }

    /** The name of the call. */
    public String getCall() {
        return call;
    }
}
