package org.orcacomet.store.rocksdb.internal;

import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The threads that lead commits: while one waits for the disk the other tells those of the commit before. They end
 * when there is nothing to do. After the close whoever comes does it himself, and is told that the store is closed.
 */
public final class Leaders implements Executor, AutoCloseable {
    private static final int THREADS = 2;
    private static final long IDLE_SECONDS = 10;

    private final ThreadPoolExecutor threads = new ThreadPoolExecutor(
            THREADS,
            THREADS,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            Leaders::thread,
            (task, closed) -> task.run());

    /** None yet. */
    public Leaders() {
        threads.allowCoreThreadTimeOut(true);
    }

    private static Thread thread(Runnable task) {
        Thread thread = new Thread(task, "comet-commit");
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public void execute(Runnable task) {
        threads.execute(task);
    }

    @Override
    public void close() {
        threads.shutdown();
    }
}
