package org.orcacomet.launcher.oldtable;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * The wish of the operator that the program ends (SIGTERM, SIGINT, SIGHUP): it interrupts the thread that has made this,
 * and the program waits up to a minute until that thread has put away what it made, and closes this.
 */
final class Interruption implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 60;

    private final Thread worker = Thread.currentThread();
    private final CountDownLatch wanted = new CountDownLatch(1);
    private final CountDownLatch done = new CountDownLatch(1);
    private final Thread hook = new Thread(this::stop, "comet-stop");

    private Interruption() {}

    static Interruption listen() {
        Interruption interruption = new Interruption();
        Runtime.getRuntime().addShutdownHook(interruption.hook);
        return interruption;
    }

    private void stop() {
        wanted.countDown();
        worker.interrupt();
        boolean clean = false;
        try {
            clean = done.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (!clean) {
            // The worker hangs: nothing more can be waited for.
            Runtime.getRuntime().halt(1);
        }
    }

    @Override
    public void close() {
        if (wanted.getCount() > 0) {
            Runtime.getRuntime().removeShutdownHook(hook);
        }
        done.countDown();
    }
}
