package orca.shirako.plugins.config;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.apache.tools.ant.AntClassLoader;
import org.apache.tools.ant.BuildException;

/**
 * Runs handlers on ten daemon threads, with ORCA's hazards: a BuildException without a message ends its thread for good
 * and nobody hears of that call again; every call leaves its thread with a used class loader of Ant as the context's.
 */
public final class AntConfig {
    private static final int THREADS = 10;

    private final BlockingQueue<Runnable> calls = new LinkedBlockingQueue<>();

    private final long delayMillis;

    /** Each call begins this much later than it could, as ORCA's do. */
    public AntConfig(long delayMillis) {
        this.delayMillis = delayMillis;
    }

    /** Starts the threads. */
    public void start() {
        for (int i = 0; i < THREADS; i++) {
            Thread thread = new Thread(this::work);
            thread.setDaemon(true);
            thread.start();
        }
    }

    /** Runs the call when a thread is free, and hands over how it ended on that thread. */
    public void submit(HandlerCall call, Runnable before, Consumer<HandlerOutcome> after) {
        calls.add(() -> {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(delayMillis));
            before.run();
            after.accept(outcome(call));
            pollute();
        });
    }

    private void work() {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                calls.take().run();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static HandlerOutcome outcome(HandlerCall call) {
        try {
            return HandlerOutcome.of(new AntRun(call).run());
        } catch (BuildException e) {
            // Without a message this throws what ends the thread.
            return HandlerOutcome.failed(e.getMessage().trim());
        }
    }

    /** As a task with a class path of its own leaves it. */
    private static void pollute() {
        AntClassLoader used = new AntClassLoader(null, false);
        used.cleanup();
        Thread.currentThread().setContextClassLoader(used);
    }
}
