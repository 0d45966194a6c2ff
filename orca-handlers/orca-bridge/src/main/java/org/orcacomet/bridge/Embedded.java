package org.orcacomet.bridge;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.orcacomet.orca.spi.LifecycleException;
import org.orcacomet.orca.spi.SliceLifecycle;
import org.orcacomet.orca.spi.SliverLifecycle;
import org.slf4j.Logger;

/**
 * The plugin inside this JVM, started by whoever needs it first and stopped with the JVM. Every call is bounded in
 * time; one that failed to start it leaves nothing behind, and the next one tries again. Safe for use by many threads.
 */
public final class Embedded implements AutoCloseable {
    private static final Duration START_TIME = Duration.ofSeconds(30);
    private static final String THREAD = "orca-comet start";

    private final Path orcaHome;
    private final Installation installation;
    private final OrcaProperties properties;
    private final OrcaLog log;
    private final Logger logger;
    private final Thread hook = new Thread(this::close, "orca-comet stop");
    private Optional<FutureTask<RunningPlugin>> start = Optional.empty();
    private boolean closed;

    private Embedded(Path orcaHome, Installation installation, OrcaProperties properties, OrcaLog log) {
        this.orcaHome = orcaHome;
        this.installation = installation;
        this.properties = properties;
        this.log = log;
        this.logger = log.logger(Embedded.class);
    }

    /** A plugin that is not started yet; nothing is touched. */
    public static Embedded of(Path orcaHome, Installation installation, OrcaProperties properties, OrcaLog log) {
        return new Embedded(orcaHome, installation, properties, log);
    }

    /** Whether COMET is on, as far as ORCA's own properties say. */
    public boolean configured() {
        return properties.cometIsSet();
    }

    /**
     * Starts it, unless it runs already.
     *
     * @throws LifecycleException if it cannot be started within half a minute, with a sentence that says why
     */
    public void start() throws LifecycleException {
        running();
    }

    /**
     * What the controller tells of its slices.
     *
     * @throws LifecycleException if the plugin cannot be started or has no such service, with a sentence that says why
     */
    public SliceLifecycle slices() throws LifecycleException {
        return service(SliceLifecycle.class);
    }

    /**
     * What the aggregate manager tells of its slivers.
     *
     * @throws LifecycleException if the plugin cannot be started or has no such service, with a sentence that says why
     */
    public SliverLifecycle slivers() throws LifecycleException {
        return service(SliverLifecycle.class);
    }

    private <S> S service(Class<S> type) throws LifecycleException {
        return running()
                .service(type)
                .orElseThrow(() -> new LifecycleException("Orca-COMET runs, but without its journal: "
                        + (log.lastError().isEmpty() ? "see ORCA's log" : log.lastError())));
    }

    private RunningPlugin running() throws LifecycleException {
        FutureTask<RunningPlugin> task = begin();
        try {
            return task.get(START_TIME.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            forget(task);
            throw new LifecycleException("Orca-COMET does not start: " + reason(e.getCause()), e.getCause());
        } catch (TimeoutException e) {
            throw new LifecycleException("Orca-COMET has not started within " + START_TIME.getSeconds() + " s", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LifecycleException("interrupted while Orca-COMET was starting", e);
        }
    }

    private static String reason(Throwable failure) {
        return failure.getMessage() == null ? failure.toString() : failure.getMessage();
    }

    private synchronized FutureTask<RunningPlugin> begin() throws LifecycleException {
        if (!start.isPresent()) {
            hookIn();
            FutureTask<RunningPlugin> task = new FutureTask<>(this::open);
            start = Optional.of(task);
            Thread thread = new Thread(task, THREAD);
            thread.setDaemon(true);
            // Felix's threads inherit it: neither ORCA's old libraries, nor what would keep ours after the stop.
            thread.setContextClassLoader(Gate.jdk());
            thread.start();
        }
        return start.get();
    }

    private void hookIn() throws LifecycleException {
        try {
            if (!closed) {
                Runtime.getRuntime().addShutdownHook(hook);
                return;
            }
        } catch (IllegalStateException e) {
            closed = true;
        }
        throw new LifecycleException("Orca-COMET has stopped, as ORCA is stopping");
    }

    private void hookOut() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The JVM stops: the hook runs, or is about to, and finds nothing more to do.
        }
    }

    private synchronized void forget(FutureTask<RunningPlugin> failed) {
        if (start.filter(task -> task == failed).isPresent()) {
            start = Optional.empty();
            hookOut();
        }
    }

    private RunningPlugin open() throws Exception {
        properties.unknown().forEach(name -> logger.warn("the property {} is unknown, and does nothing", name));
        Home home = Home.open(orcaHome);
        try {
            RunningPlugin running = RunningPlugin.start(home, installation, properties, log);
            logger.info("Orca-COMET has started; its folder is {}", Home.below(orcaHome));
            return running;
        } catch (Throwable failure) {
            home.close();
            throw failure;
        }
    }

    /** Stops it for good, if it was started; waits for that up to half a minute. */
    @Override
    public void close() {
        end().ifPresent(task -> {
            try {
                task.get(START_TIME.toMillis(), TimeUnit.MILLISECONDS).close();
                logger.info("Orca-COMET has stopped");
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (Exception e) {
                logger.warn("Orca-COMET did not stop well: {}", e.toString());
            }
        });
    }

    private synchronized Optional<FutureTask<RunningPlugin>> end() {
        Optional<FutureTask<RunningPlugin>> ended = start;
        closed = true;
        start = Optional.empty();
        hookOut();
        return ended;
    }
}
