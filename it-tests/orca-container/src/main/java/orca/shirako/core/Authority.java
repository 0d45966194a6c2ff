package orca.shirako.core;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.function.Consumer;
import orca.shirako.common.ReservationID;
import orca.shirako.common.SliceID;
import orca.shirako.plugins.config.HandlerOutcome;

/** The aggregate manager's actor: redeem, modify and close, each with its handler. All of it runs on the actor's thread. */
final class Authority {
    private static final String NO_NOTICE = "";

    private final Actor actor;
    private final Announcer announcer;
    private final Ledger ledger;
    private final Handlers handlers;
    private final Moments moments;
    private final Map<String, Lease> leases = new LinkedHashMap<>();
    private final Set<String> unheard = new HashSet<>();
    private Consumer<String> closed = rid -> {};

    Authority(Actor actor, Announcer announcer, Ledger ledger, Handlers handlers, Moments moments) {
        this.actor = actor;
        this.announcer = announcer;
        this.ledger = ledger;
        this.handlers = handlers;
        this.moments = moments;
    }

    /** Tells this one of every reservation that is closed, before it is purged. */
    void onClosed(Consumer<String> listener) {
        closed = listener;
    }

    Actor actor() {
        return actor;
    }

    Ledger ledger() {
        return ledger;
    }

    /** Takes up a reservation that an earlier process had; nothing is announced. */
    Lease resume(String rid) {
        Lease lease = new Lease(ledger.read(rid, actor), new Unit(unit(rid)));
        leases.put(rid, lease);
        return lease;
    }

    Properties unit(String rid) {
        return handlers.units().get(rid).orElseGet(Properties::new);
    }

    void redeem(String rid, Properties unit) {
        if (unheard.remove(rid) || leases.containsKey(rid)) {
            return;
        }
        SliceID slice = new SliceID(unit.getProperty("unit.sliceid", "slice-of-" + rid));
        Reservation reservation = new Reservation(actor, Kind.AUTHORITY, new ReservationID(rid), slice);
        reservation.become(States.TICKETED, States.NONE);
        leases.put(rid, new Lease(reservation, new Unit(unit)));
        handlers.units().put(rid, unit);
        ledger.store(reservation, NO_NOTICE);
        move(reservation, States.TICKETED, States.REDEEMING);
        moments.reached("redeemed", rid, unit);
    }

    private void move(Reservation reservation, int state, int pending) {
        announcer.transition(reservation, state, pending);
        ledger.store(reservation, NO_NOTICE);
    }

    void tick() {
        new ArrayList<>(leases.values()).forEach(this::tick);
    }

    private void tick(Lease lease) {
        if (lease.reservation().is(States.TICKETED, States.REDEEMING)) {
            announcer.repeat(lease.reservation());
            move(lease.reservation(), States.TICKETED, States.PRIMING);
            moments.reached("priming", lease.rid(), lease.unit().properties());
            handlers.run(lease, Action.JOIN);
        } else {
            lease.takeEnd().ifPresent(outcome -> ended(lease, outcome));
        }
    }

    private void ended(Lease lease, HandlerOutcome outcome) {
        if (lease.reservation().getPendingState() == States.CLOSING_JOINING) {
            closing(lease);
        } else if (lease.action() == Action.LEAVE) {
            closed(lease);
        } else if (lease.action() == Action.JOIN && !outcome.isGood()) {
            failed(lease, outcome.message());
        } else {
            move(lease.reservation(), States.ACTIVE, States.NONE);
            moments.reached("active", lease.rid(), lease.unit().properties());
        }
    }

    private void failed(Lease lease, String message) {
        announcer.transition(lease.reservation(), States.FAILED, States.NONE);
        String unit = lease.unit().properties().getProperty("unit.id", "");
        ledger.store(
                lease.reservation(),
                "all units failed priming: Exception during join for unit: " + unit + " " + message);
        leases.remove(lease.rid());
        moments.reached("failed", lease.rid(), lease.unit().properties());
    }

    private void closed(Lease lease) {
        announcer.transition(lease.reservation(), States.CLOSED, States.NONE);
        closed.accept(lease.rid());
        ledger.store(lease.reservation(), NO_NOTICE);
        moments.reached("closed", lease.rid(), lease.unit().properties());
        leases.remove(lease.rid());
        handlers.units().remove(lease.rid());
        announcer.purged(lease.reservation());
        moments.reached("purged", lease.rid(), lease.unit().properties());
    }

    void modify(String rid, Properties added) {
        active(rid).ifPresent(lease -> {
            added.stringPropertyNames()
                    .forEach(name -> lease.unit().properties().setProperty(name, added.getProperty(name)));
            handlers.units().put(rid, lease.unit().properties());
            announcer.transition(lease.reservation(), States.ACTIVE, States.MODIFYING_LEASE);
            move(lease.reservation(), States.ACTIVE, States.PRIMING);
            moments.reached("modifying", rid, lease.unit().properties());
            handlers.run(lease, Action.MODIFY);
        });
    }

    private Optional<Lease> active(String rid) {
        return Optional.ofNullable(leases.get(rid))
                .filter(lease -> lease.reservation().is(States.ACTIVE, States.NONE));
    }

    void close(String rid) {
        Optional<Lease> lease = Optional.ofNullable(leases.get(rid));
        if (lease.filter(each -> each.reservation().is(States.TICKETED, States.PRIMING))
                .isPresent()) {
            move(lease.get().reservation(), States.TICKETED, States.CLOSING_JOINING);
        } else if (active(rid).isPresent()) {
            closing(lease.get());
        }
    }

    /** Closes what the service manager, who knows no better, redeems once more: even if that comes after the end. */
    void closeUnheard(String rid) {
        unheard.add(rid);
        closing(resume(rid));
    }

    /** Begins to close: the end is the handler's. */
    void closing(Lease lease) {
        move(lease.reservation(), lease.reservation().getState(), States.CLOSING);
        moments.reached("closing", lease.rid(), lease.unit().properties());
        handlers.run(lease, Action.LEAVE);
    }

    /** Announces once more the state that a reservation is in. */
    void repeat(String rid) {
        Optional.ofNullable(leases.get(rid)).ifPresent(lease -> announcer.repeat(lease.reservation()));
    }
}
