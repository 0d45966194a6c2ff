package org.orcacomet.bridge.am;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.orcacomet.bridge.Embedded;
import org.orcacomet.bridge.Home;
import org.orcacomet.bridge.Installation;
import org.orcacomet.bridge.OrcaProperties;
import org.orcacomet.orca.spi.LifecycleException;
import org.orcacomet.orca.spi.SliverLifecycle;
import org.slf4j.Logger;

/**
 * The plugin in this process's aggregate manager, whoever comes first: ORCA's boot or the first Ant task. Safe for use
 * by many threads.
 */
final class AggregateManager {
    private static final AggregateManager HERE = new AggregateManager(new ActorProcess(), Installation.here());
    private static final Duration PAUSE = Duration.ofSeconds(10);
    private static final int ENDINGS = 10_000;

    private final ActorProcess orca;
    private final Installation installation;
    private final Registration registration;
    private final AtomicBoolean settled = new AtomicBoolean();
    private Optional<Parts> made = Optional.empty();
    private boolean subscribed;

    /** Nothing is touched before it is used. */
    AggregateManager(ActorProcess orca, Installation installation) {
        this.orca = orca;
        this.installation = installation;
        this.registration = new Registration(orca);
    }

    static AggregateManager here() {
        return HERE;
    }

    /** ORCA boots: with COMET on, the plugin starts, and hears of reservations that end. */
    void boot() throws Exception {
        registration.expect();
        begin(parts());
    }

    private void begin(Parts parts) throws Exception {
        parts.worker.start();
        if (parts.plugin.configured()) {
            subscribe(parts.queue);
            parts.plugin.start();
        }
    }

    private synchronized void subscribe(EndingQueue queue) throws Exception {
        if (!subscribed) {
            orca.subscribe(new ReservationWatch(queue), ReservationWatch::concerns);
            subscribed = true;
        }
    }

    /** A task asks: the first one sees to it that ORCA makes the management object at its boots from now on. */
    SliverLifecycle slivers() throws LifecycleException {
        Parts parts = partsOrSentence();
        SliverLifecycle slivers = parts.plugin.slivers();
        if (settled.compareAndSet(false, true)) {
            LastResort.take("the registration", () -> settle(parts));
        }
        return slivers;
    }

    private void settle(Parts parts) throws Exception {
        if (parts.plugin.configured() && registration.make()) {
            parts.log.info("Orca-COMET is registered, and starts with ORCA from now on");
        }
        begin(parts);
    }

    /** Ends what runs; ORCA has no such moment, its JVM's end does. */
    synchronized void stop() {
        made.ifPresent(parts -> {
            parts.worker.stop();
            parts.plugin.close();
        });
    }

    private Parts partsOrSentence() throws LifecycleException {
        try {
            return parts();
        } catch (IOException e) {
            throw new LifecycleException("ORCA's properties cannot be read: " + e, e);
        }
    }

    private synchronized Parts parts() throws IOException {
        if (!made.isPresent()) {
            made = Optional.of(new Parts(orca.properties()));
        }
        return made.get();
    }

    /** What can be made once ORCA's properties are known. */
    private final class Parts {
        private final Logger log = orca.log().logger(AggregateManager.class);
        private final Embedded plugin;
        private final EndingQueue queue;
        private final Worker worker;

        Parts(OrcaProperties properties) {
            plugin = Embedded.of(orca.home(), installation, properties, orca.log());
            queue = new EndingQueue(ENDINGS, plugin.configured() ? notes() : EndingNotes.none());
            Uninstall uninstall = new Uninstall(orca, registration, plugin, log);
            worker = new Worker(plugin, queue, uninstall, PAUSE, log);
        }

        /** Without them an ending that a crash overtakes is forgotten; all else works. */
        private EndingNotes notes() {
            try {
                return EndingNotes.in(Home.folder(orca.home()).resolve("endings"));
            } catch (IOException e) {
                log.warn("endings of reservations cannot be noted, and do not outlive a crash: {}", e.toString());
                return EndingNotes.none();
            }
        }
    }
}
