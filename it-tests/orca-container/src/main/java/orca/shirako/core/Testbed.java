package orca.shirako.core;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import orca.shirako.common.ReservationID;

/** The three actors of one process, and what a user asks of them. Calls between them run on threads of their own pool. */
public final class Testbed {
    private final Actor serviceManager = new Actor("service", Actor.SERVICE_MANAGER);
    private final Announcer announcer;
    private final Authority authority;
    private final Broker broker;
    private final Set<String> closing = ConcurrentHashMap.newKeySet();
    private final AtomicInteger threads = new AtomicInteger();
    private final ExecutorService calls = Executors.newFixedThreadPool(2, this::thread);

    /** One that keeps its reservations in this database. */
    public Testbed(Announcer announcer, Database database, Handlers handlers, Moments moments) {
        this.announcer = announcer;
        Actor site = new Actor("ben-vlan-site", Actor.AUTHORITY);
        Ledger ledger = new Ledger(database.reservations(), announcer);
        this.authority = new Authority(site, announcer, ledger, handlers, moments);
        this.broker = new Broker(new Actor("ben-vlan-broker", Actor.BROKER), site, announcer);
        authority.onClosed(this::closed);
    }

    private Thread thread(Runnable work) {
        Thread thread = new Thread(work, "RPC: OrcaPoolThread-" + threads.getAndIncrement());
        thread.setDaemon(true);
        return thread;
    }

    /** The actors: service manager, broker, authority. */
    public List<Actor> actors() {
        return Arrays.asList(serviceManager, broker.actor(), authority.actor());
    }

    /** Starts the actors' threads, and takes up what is stored, or claims anew. */
    public void start(boolean fresh, long cycleMillis) {
        actors().forEach(Actor::start);
        if (fresh) {
            broker.claim();
        } else {
            new Recovery(authority, serviceManager, announcer, this::redeemAtSite).run();
        }
        new Timer("ticks", true).schedule(tick(), cycleMillis, cycleMillis);
    }

    private TimerTask tick() {
        return new TimerTask() {
            @Override
            public void run() {
                authority.actor().queue(authority::tick);
            }
        };
    }

    /** Gets a ticket and redeems it: the unit's handler joins. */
    public void redeem(String rid, Properties unit) {
        unit.setProperty("unit.rid", rid);
        broker.ticket(rid, () -> redeemAtSite(rid, unit));
    }

    private void redeemAtSite(String rid, Properties unit) {
        call(rid, "Redeem", () -> authority.redeem(rid, unit));
    }

    private void call(String rid, String name, Runnable at) {
        calls.execute(() -> {
            announcer.inbound(authority.actor(), new ReservationID(rid), name);
            authority.actor().queue(at);
        });
    }

    /** Modifies an active reservation's unit. */
    public void modify(String rid, Properties added) {
        call(rid, "ModifyLease", () -> authority.modify(rid, added));
    }

    /** Closes a reservation; what failed is only given back to the broker. */
    public void close(String rid) {
        if (state(rid).filter(Testbed::isOver).isPresent()) {
            broker.relinquish(rid);
        } else {
            closing.add(rid);
            call(rid, "Close", () -> authority.close(rid));
        }
    }

    private static boolean isOver(String state) {
        return state.startsWith("[Failed") || state.startsWith("[Closed");
    }

    private void closed(String rid) {
        if (closing.remove(rid)) {
            broker.relinquish(rid);
        }
    }

    /** Has the authority announce once more the state that a reservation is in. */
    public void repeat(String rid) {
        authority.actor().queue(() -> authority.repeat(rid));
    }

    /** The stored state of a reservation, with the reason if it failed. */
    public Optional<String> state(String rid) {
        return authority.ledger().describe(rid);
    }
}
