package org.orcacomet.http.internal.wire;

import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/**
 * Threads for what waits for the store or for its client, one for each, and so many at a time, so that no thread that
 * serves calls does.
 */
final class ThreadsApart {
    private final String name;
    private final Semaphore slots;

    /** So many threads of this name at a time. */
    ThreadsApart(String name, int most) {
        this.name = name;
        this.slots = new Semaphore(most);
    }

    /**
     * Has this done, and then what it says is left to do: whoever sees that can begin the next one.
     *
     * @return false if there is no room for it
     */
    boolean begin(Supplier<Runnable> work) {
        if (!slots.tryAcquire()) {
            return false;
        }
        Thread thread = new Thread(() -> run(work), name);
        thread.setDaemon(true);
        try {
            thread.start();
            return true;
        } catch (OutOfMemoryError noThreadsLeft) {
            slots.release();
            throw noThreadsLeft;
        }
    }

    private void run(Supplier<Runnable> work) {
        Runnable rest;
        try {
            rest = work.get();
        } finally {
            slots.release();
        }
        rest.run();
    }
}
