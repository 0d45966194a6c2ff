package org.orcacomet.client.internal;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Threads up to a number, that end when they have been idle for a while. They hold neither the JVM nor the context class
 * loader of whoever happened to call first.
 */
final class Workers {
    private static final int IDLE_SECONDS = 30;

    private final ThreadPoolExecutor executor;

    Workers(String name, int most) {
        AtomicInteger count = new AtomicInteger();
        executor = new ThreadPoolExecutor(
                most, most, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), work -> {
                    Thread thread = new Thread(work, name + "-" + count.incrementAndGet());
                    thread.setDaemon(true);
                    thread.setContextClassLoader(Workers.class.getClassLoader());
                    return thread;
                });
        executor.allowCoreThreadTimeOut(true);
    }

    ExecutorService executor() {
        return executor;
    }

    /** Interrupts what runs, and cancels what waits, so that nobody waits for it for ever. */
    void stop() {
        executor.shutdownNow().forEach(work -> ((Future<?>) work).cancel(true));
    }
}
