package org.orcacomet.store.accumulo.internal;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.orcacomet.store.StoreUnavailable;
import org.orcacomet.store.accumulo.AccumuloSettings;

/**
 * Calls of Accumulo's client, which by itself waits for ever. Each runs on a thread of ours, and whoever asked for it
 * waits no longer than the time-out; when all threads hang, he does not wait at all. What they say of Accumulo is told
 * to its watch.
 */
public final class Calls implements AutoCloseable {
    private static final long IDLE_SECONDS = 60;

    /** A call; it may look at the deadline, and should end soon after it. */
    @FunctionalInterface
    public interface Call<T> {
        /** Makes it. */
        T make(Deadline deadline) throws StoreUnavailable;
    }

    private final Duration timeout;
    private final int max;
    private final Watch watch;
    private final Semaphore free;
    private final AtomicInteger hanging = new AtomicInteger();
    private final ThreadPoolExecutor threads;

    /** So many at a time, each for so long. */
    public Calls(AccumuloSettings.Calls limits, Watch watch) {
        this.timeout = limits.timeout();
        this.max = limits.max();
        this.watch = watch;
        this.free = new Semaphore(max);
        this.threads = new ThreadPoolExecutor(
                0, max, IDLE_SECONDS, TimeUnit.SECONDS, new SynchronousQueue<>(), DaemonThread.named("accumulo-call"));
    }

    /** That of a call which begins now. */
    public Deadline deadline() {
        return Deadline.in(timeout);
    }

    /** What this call returns. */
    public <T> T make(Call<T> call) throws StoreUnavailable {
        return make(deadline(), call);
    }

    /** What this call returns, if it does before this deadline. */
    public <T> T make(Deadline deadline, Call<T> call) throws StoreUnavailable {
        try {
            takeThread(deadline);
            T result = await(start(deadline, call), deadline);
            watch.answered();
            return result;
        } catch (InterruptedException e) {
            throw Failures.givenUp(e);
        } catch (StoreUnavailable e) {
            if (threads.isShutdown()) {
                throw closed(e);
            }
            watch.failed(e);
            throw e;
        }
    }

    private void takeThread(Deadline deadline) throws StoreUnavailable, InterruptedException {
        if (hanging.get() >= max || !free.tryAcquire(deadline.remainingNanos(), TimeUnit.NANOSECONDS)) {
            throw new StoreUnavailable("Accumulo does not answer, and all calls wait for it");
        }
    }

    private <T> CallTask<T> start(Deadline deadline, Call<T> call) throws StoreUnavailable {
        CallTask<T> task = new CallTask<>(() -> call.make(deadline), hanging, free);
        try {
            threads.execute(task);
            return task;
        } catch (RejectedExecutionException e) {
            free.release();
            throw closed(e);
        }
    }

    private static StoreUnavailable closed(Exception cause) {
        return new StoreUnavailable("the store is closed", cause);
    }

    private static <T> T await(CallTask<T> task, Deadline deadline) throws StoreUnavailable, InterruptedException {
        try {
            return task.get(deadline.remainingNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException | CancellationException e) {
            throw new StoreUnavailable("Accumulo did not answer in time", e);
        } catch (ExecutionException e) {
            throw reason(e);
        } finally {
            task.giveUp();
        }
    }

    private static StoreUnavailable reason(ExecutionException failed) {
        if (failed.getCause() instanceof StoreUnavailable unavailable) {
            return unavailable;
        }
        if (failed.getCause() instanceof Error error) {
            throw error;
        }
        return new StoreUnavailable("Accumulo does not answer", failed.getCause());
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
