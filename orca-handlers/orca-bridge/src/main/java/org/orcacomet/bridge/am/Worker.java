package org.orcacomet.bridge.am;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.orcacomet.bridge.Embedded;
import org.orcacomet.orca.spi.LifecycleException;
import org.orcacomet.orca.spi.SliverLifecycle;
import org.slf4j.Logger;

/** The thread that does what the watch queued, and looks every second whether an operator wants the plugin out. */
final class Worker {
    private static final Duration LOOK = Duration.ofSeconds(1);

    private final Embedded plugin;
    private final EndingQueue queue;
    private final Uninstall uninstall;
    private final Duration pause;
    private final Logger log;
    private volatile boolean stopped;
    private boolean started;
    private boolean troubled;
    private boolean complained;
    private long nextLook = System.nanoTime();
    private long nextTry = System.nanoTime();

    /** A worker that after this pause tries again what failed. */
    Worker(Embedded plugin, EndingQueue queue, Uninstall uninstall, Duration pause, Logger log) {
        this.plugin = plugin;
        this.queue = queue;
        this.uninstall = uninstall;
        this.pause = pause;
        this.log = log;
    }

    /** Starts the thread, once; the JVM does not wait for it. */
    synchronized void start() {
        if (!started) {
            started = true;
            Thread thread = new Thread(this::run, "orca-comet watch");
            thread.setDaemon(true);
            thread.setContextClassLoader(Worker.class.getClassLoader());
            thread.start();
        }
    }

    /** Ends the thread, within a second or after what it does just now. */
    void stop() {
        stopped = true;
    }

    private void run() {
        while (!stopped) {
            LastResort.take("the watch", this::turn);
        }
    }

    private void turn() throws InterruptedException {
        if (System.nanoTime() - nextLook >= 0) {
            nextLook = System.nanoTime() + LOOK.toNanos();
            look();
        }
        if (troubled) {
            TimeUnit.NANOSECONDS.sleep(LOOK.toNanos());
            return;
        }
        Optional<Ending> next = queue.next(LOOK);
        if (next.isPresent()) {
            end(next.get());
        }
    }

    private void look() {
        if (System.nanoTime() - nextTry >= 0) {
            nextTry = System.nanoTime() + pause.toNanos();
            troubled = false;
            queue.retry();
        }
        long lost = queue.lost();
        if (lost > 0) {
            log.error(
                    "{} endings of reservations came while too many were waiting; what they left in COMET stays", lost);
        }
        uninstall.look();
    }

    private void end(Ending ending) {
        SliverLifecycle slivers;
        try {
            slivers = plugin.slivers();
        } catch (LifecycleException e) {
            complain(ending, e.getMessage());
            troubled = true;
            nextTry = System.nanoTime() + pause.toNanos();
            return;
        }
        end(ending, slivers);
    }

    private void end(Ending ending, SliverLifecycle slivers) {
        try {
            slivers.ended(ending.slice(), ending.reservation());
            queue.done(ending);
            complained = false;
        } catch (Throwable failure) {
            queue.failed(ending);
            complain(ending, failure.toString());
        }
    }

    /** Once for as long as nothing succeeds: what fails is tried again and again. */
    private void complain(Ending ending, String why) {
        if (complained) {
            log.debug("{} ends, which is tried again: {}", ending, why);
        } else {
            log.error("{} ends, which is tried again every {} s, as others: {}", ending, pause.getSeconds(), why);
        }
        complained = true;
    }
}
