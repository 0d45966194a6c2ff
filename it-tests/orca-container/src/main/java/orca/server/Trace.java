package orca.server;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import orca.shirako.api.IActor;
import orca.shirako.api.IEvent;
import orca.shirako.api.IEventHandler;
import orca.shirako.core.Moments;
import orca.shirako.kernel.InboundRPCEvent;
import orca.shirako.kernel.ReservationDatabaseUpdateEvent;
import orca.shirako.kernel.ReservationPurgedEvent;
import orca.shirako.kernel.ReservationStateTransitionEvent;
import orca.util.ID;

/** A subscriber that writes what it hears, in the columns of the recorded traces, without their times. */
final class Trace implements IEventHandler, Moments {
    private static final String NONE = "-";
    private static final String STARTED = "-started";
    private static final String ENDED = "-ended";

    private final PrintWriter out;
    private final Map<ID, IActor> actors = new ConcurrentHashMap<>();

    private Trace(PrintWriter out) {
        this.out = out;
    }

    /** Begins a new one in this file. */
    static Trace begin(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        return new Trace(new PrintWriter(
                Files.newBufferedWriter(
                        file,
                        StandardCharsets.UTF_8,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.TRUNCATE_EXISTING,
                        StandardOpenOption.WRITE),
                true));
    }

    void knows(Iterable<? extends IActor> known) {
        known.forEach(actor -> actors.put(actor.getGuid(), actor));
    }

    @Override
    public void handle(IEvent event) {
        IActor actor = actors.get(event.getActorID());
        String about = actor.getName() + " | " + actor.getType();
        write("eventManager", event.getClass().getSimpleName() + " | " + about + " | " + details(event));
    }

    private static String details(IEvent event) {
        if (event instanceof ReservationStateTransitionEvent) {
            ReservationStateTransitionEvent transition = (ReservationStateTransitionEvent) event;
            return columns(transition.getReservationID(), transition.getState(), transition.getReservation());
        } else if (event instanceof ReservationDatabaseUpdateEvent) {
            ReservationDatabaseUpdateEvent update = (ReservationDatabaseUpdateEvent) event;
            return columns(update.getReservationID(), NONE, "before=" + update.isBefore());
        } else if (event instanceof ReservationPurgedEvent) {
            return columns(((ReservationPurgedEvent) event).getReservationID(), NONE, NONE);
        }
        InboundRPCEvent call = (InboundRPCEvent) event;
        return columns(call.getReservationID(), NONE, "rpc=" + call.getCall());
    }

    private static String columns(Object reservation, Object state, Object remark) {
        return reservation + " | " + state + " | " + Thread.currentThread().getName() + " | " + remark;
    }

    @Override
    public void reached(String moment, String reservation, Properties unit) {
        if (moment.endsWith(STARTED)) {
            String remark = "unit.state=" + unit.getProperty("unit.state") + " action.sequence="
                    + unit.getProperty("action.sequence");
            handler(moment.replace(STARTED, " start"), reservation, remark);
        } else if (moment.endsWith(ENDED)) {
            handler(moment.replace(ENDED, " end of task"), reservation, NONE);
        }
    }

    private void handler(String what, String reservation, String remark) {
        write("handler", what + " | - | - | " + columns(reservation, NONE, remark));
    }

    private synchronized void write(String source, String line) {
        out.println(source + " | " + line);
    }
}
