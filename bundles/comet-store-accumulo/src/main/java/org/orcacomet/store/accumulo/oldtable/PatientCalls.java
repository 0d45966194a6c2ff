package org.orcacomet.store.accumulo.oldtable;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.orcacomet.store.accumulo.internal.DaemonThread;

/**
 * Calls of Accumulo's client, which by itself waits for ever: on threads of their own, for no longer than is said. They
 * end with the program, even if they hang, and find the client's classes where ours are.
 */
final class PatientCalls implements AutoCloseable {
    private final ExecutorService threads = Executors.newCachedThreadPool(DaemonThread.named("comet-old-table"));
    private final OldTableSettings settings;

    PatientCalls(OldTableSettings settings) {
        this.settings = settings;
    }

    /** A call that returns nothing. */
    @FunctionalInterface
    interface Deed {
        void make() throws Exception;
    }

    /** Makes this call, as {@link #within} does. */
    void makeWithin(Duration limit, Deed deed) throws OldTableException {
        within(limit, () -> {
            deed.make();
            return true;
        });
    }

    /**
     * What the call returns.
     *
     * @throws OldTableException if it fails, or takes longer, or this thread is interrupted meanwhile
     */
    <T> T within(Duration limit, Callable<T> call) throws OldTableException {
        Future<T> running = threads.submit(call);
        try {
            return running.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            running.cancel(true);
            throw new OldTableException(
                    "Accumulo at " + settings.zookeepers() + " has not answered within " + limit.toSeconds()
                            + " seconds: is it there, is its instance " + settings.instance()
                            + ", and is it of version 2.1?",
                    e);
        } catch (ExecutionException e) {
            throw Failures.of(settings, e.getCause());
        } catch (InterruptedException e) {
            running.cancel(true);
            Thread.currentThread().interrupt();
            throw new OldTableException("it was broken off", e);
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
