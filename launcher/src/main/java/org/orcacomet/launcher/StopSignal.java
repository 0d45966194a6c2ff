package org.orcacomet.launcher;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * The wish of the operator that the program ends (SIGTERM, SIGINT, SIGHUP). Between making and closing it, such a signal
 * ends the program only when this is closed, or after a minute.
 */
public final class StopSignal implements AutoCloseable {
    private static final long STOP_SECONDS = 60;

    private final CountDownLatch wanted = new CountDownLatch(1);
    private final CountDownLatch done = new CountDownLatch(1);
    private final Thread hook;

    private StopSignal(Runnable first, Consumer<Boolean> last) {
        this.hook = new Thread(() -> stop(first, last), "comet-stop");
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** For a program that waits for the signal: it ends with status 0, or with 1 if it took over a minute. */
    public static StopSignal listen() {
        // A JVM that ends by a signal says 143 or 130: no supervisor could tell that from a stop that went wrong.
        return new StopSignal(() -> {}, clean -> Runtime.getRuntime().halt(clean ? 0 : 1));
    }

    /** For a program that the signal breaks off: this thread is interrupted, to put away what it has made. */
    public static StopSignal interrupting() {
        return new StopSignal(Thread.currentThread()::interrupt, clean -> {
            if (!clean) {
                // The worker hangs: nothing more can be waited for.
                Runtime.getRuntime().halt(1);
            }
        });
    }

    private void stop(Runnable first, Consumer<Boolean> last) {
        wanted.countDown();
        first.run();
        boolean clean = false;
        try {
            clean = done.await(STOP_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        last.accept(clean);
    }

    /** Waits for the signal. */
    public void await() throws InterruptedException {
        wanted.await();
    }

    /** Waits for it no longer than this; whether it has come. */
    public boolean within(long millis) throws InterruptedException {
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
