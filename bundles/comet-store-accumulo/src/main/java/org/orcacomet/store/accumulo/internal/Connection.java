package org.orcacomet.store.accumulo.internal;

import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.accumulo.core.client.AccumuloClient;
import org.apache.accumulo.core.client.AccumuloException;
import org.apache.accumulo.core.client.AccumuloSecurityException;
import org.apache.accumulo.core.client.TableNotFoundException;
import org.apache.accumulo.core.client.security.SecurityErrorCode;
import org.orcacomet.store.StoreUnavailable;
import org.orcacomet.store.accumulo.AccumuloSettings;

/**
 * The way to Accumulo. If it does not answer at first it is tried again, in the background, for as long as it takes;
 * meanwhile there is no session. Once there is one, Accumulo's client itself finds its way after each fault.
 */
public final class Connection implements AutoCloseable {
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration FIRST = Duration.ofSeconds(10);
    private static final Duration MOMENT = Duration.ofSeconds(3);

    private final AccumuloSettings settings;
    private final Properties login;
    private final Watch watch;
    private final CompletableFuture<Session> session = new CompletableFuture<>();
    private final CompletableFuture<Optional<StoreUnusable>> first = new CompletableFuture<>();
    private final Deadline moment = Deadline.in(MOMENT);
    private final ScheduledExecutorService opener =
            Executors.newSingleThreadScheduledExecutor(DaemonThread.named("accumulo-opener"));

    private Connection(AccumuloSettings settings, Watch watch) throws StoreUnusable {
        this.settings = settings;
        this.login = Login.properties(settings.login());
        this.watch = watch;
    }

    /**
     * Opens it; returns when Accumulo has answered, or has not for a while.
     *
     * @throws StoreUnusable if it has answered that this cannot work
     */
    public static Connection open(AccumuloSettings settings, Watch watch) throws StoreUnusable {
        requireSuitableJava(Runtime.version().feature());
        Connection connection = new Connection(settings, watch);
        connection.opener.execute(connection::attempt);
        Optional<StoreUnusable> unusable = connection.awaitFirst();
        if (unusable.isPresent()) {
            connection.close();
            throw unusable.get();
        }
        return connection;
    }

    static void requireSuitableJava(int feature) throws StoreUnusable {
        if (!HadoopsJava.includes(feature)) {
            throw StoreUnusable.unsuitableJava(feature);
        }
    }

    private Optional<StoreUnusable> awaitFirst() {
        try {
            return first.get(FIRST.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            watch.failed(new StoreUnavailable("it does not answer yet", e));
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private void attempt() {
        try {
            keep(connect());
            first.complete(Optional.empty());
            watch.answered();
        } catch (StoreUnusable e) {
            if (!e.mayPass() || moment.isOver()) {
                first.complete(Optional.of(e));
            }
            again(new StoreUnavailable(e.getMessage(), e));
        } catch (Exception | LinkageError e) {
            first.complete(Optional.empty());
            again(new StoreUnavailable("it does not answer yet", e));
        }
    }

    /** The close does not wait for an attempt that goes on: what comes of that then is closed here. */
    private synchronized void keep(Session opened) {
        if (opener.isShutdown()) {
            opened.close();
        } else {
            session.complete(opened);
        }
    }

    private void again(StoreUnavailable failure) {
        watch.failed(failure);
        if (!opener.isShutdown()) {
            Future<?> unused = opener.schedule(this::attempt, PAUSE.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private Session connect()
            throws StoreUnusable, AccumuloException, AccumuloSecurityException, TableNotFoundException {
        AccumuloClient client = Login.client(login, (thread, failure) -> threadEnded(failure));
        Session opened = null;
        try {
            requireWelcome(client);
            new TableCheck(client, settings.table()).run();
            opened = new Session(client, settings);
            return opened;
        } finally {
            if (opened == null) {
                client.close();
            }
        }
    }

    /** After the close some of the client's threads still look for it, and fail. */
    private void threadEnded(Throwable failure) {
        if (!opener.isShutdown()) {
            watch.failed(new StoreUnavailable("a thread of its client has ended", failure));
        }
    }

    private static void requireWelcome(AccumuloClient client)
            throws StoreUnusable, AccumuloException, AccumuloSecurityException {
        try {
            client.securityOperations().getUserAuthorizations(client.whoami());
        } catch (AccumuloSecurityException e) {
            if (e.getSecurityErrorCode() != SecurityErrorCode.CONNECTION_ERROR) {
                throw StoreUnusable.denied(client.whoami(), e);
            }
            throw e;
        }
    }

    /** The session, once there is one. */
    Session session() throws StoreUnavailable {
        Session now = session.getNow(null);
        if (now == null) {
            throw new StoreUnavailable("Accumulo does not answer yet");
        }
        return now;
    }

    @Override
    public void close() {
        synchronized (this) {
            opener.shutdownNow();
        }
        if (session.isDone()) {
            session.join().close();
        }
    }
}
