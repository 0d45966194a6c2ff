package org.orcacomet.launcher.serve;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * The wish of the operator that the program ends (SIGTERM, SIGINT, SIGHUP). Between making and closing it, such a
 * signal ends the program only when this is closed, and then with status 0; with 1 if that takes over a minute.
 */
final class StopSignal implements AutoCloseable {
    private static final long STOP_SECONDS = 60;

    private final CountDownLatch wanted = new CountDownLatch(1);
    private final CountDownLatch done = new CountDownLatch(1);
    private final Thread hook = new Thread(this::stop, "comet-stop");

    private StopSignal() {}

    static StopSignal listen() {
        StopSignal signal = new StopSignal();
        Runtime.getRuntime().addShutdownHook(signal.hook);
        return signal;
    }

    private void stop() {
        wanted.countDown();
        boolean clean = false;
        try {
            clean = done.await(STOP_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        // A JVM that ends by a signal says 143 or 130: no supervisor could tell that from a stop that went wrong.
        Runtime.getRuntime().halt(clean ? 0 : 1);
    }

    void await() throws InterruptedException {
        wanted.await();
    }

    boolean within(long millis) throws InterruptedException {
        return wanted.await(millis, TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        if (wanted.getCount() > 0) {
            Runtime.getRuntime().removeShutdownHook(hook);
        }
        done.countDown();
    }
}
