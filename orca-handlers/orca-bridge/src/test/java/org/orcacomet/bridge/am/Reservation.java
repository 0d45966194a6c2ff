package org.orcacomet.bridge.am;

import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;
import orca.shirako.api.IActor;
import orca.shirako.api.IReservation;
import orca.shirako.common.ReservationID;
import orca.shirako.common.SliceID;
import orca.shirako.kernel.ReservationPurgedEvent;
import orca.shirako.kernel.ReservationStateTransitionEvent;
import orca.shirako.util.ReservationState;
import orca.util.ID;

/** A reservation at one actor, and what is announced of it. */
final class Reservation {
    static final int SERVICE_MANAGER = 1;
    static final int BROKER = 2;
    static final int AUTHORITY = 3;

    private final IReservation reservation;

    Reservation(int actorType, String slice, String id) {
        Map<String, Object> actor = new HashMap<>();
        actor.put("getType", actorType);
        actor.put("getGuid", new ID("actor-" + actorType));
        Map<String, Object> answers = new HashMap<>();
        answers.put("getActor", fake(IActor.class, actor));
        answers.put("getSliceID", new SliceID(slice));
        answers.put("getReservationID", new ReservationID(id));
        this.reservation = fake(IReservation.class, answers);
    }

    private static <T> T fake(Class<T> type, Map<String, Object> answers) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> answers.get(method.getName())));
    }

    ReservationStateTransitionEvent in(int state, int pending) {
        return new ReservationStateTransitionEvent(reservation, new ReservationState(state, pending));
    }

    ReservationStateTransitionEvent closing() {
        return in(3, 8);
    }

    ReservationPurgedEvent purged() {
        return new ReservationPurgedEvent(reservation);
    }
}
