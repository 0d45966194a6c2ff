package org.orcacomet.store.accumulo.internal;

import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** A call on its thread: it counts as hanging from when nobody waits for it any more until its thread is free again. */
final class CallTask<T> extends FutureTask<T> {
    private final AtomicInteger hanging;
    private final Semaphore free;
    private final AtomicBoolean over = new AtomicBoolean();

    CallTask(Callable<T> call, AtomicInteger hanging, Semaphore free) {
        super(call);
        this.hanging = hanging;
        this.free = free;
    }

    @Override
    public void run() {
        try {
            super.run();
        } finally {
            if (!over.compareAndSet(false, true)) {
                hanging.decrementAndGet();
            }
            free.release();
        }
    }

    /** Nobody waits for it any more; if it still runs it is interrupted. */
    void giveUp() {
        if (!isDone() && over.compareAndSet(false, true)) {
            hanging.incrementAndGet();
            cancel(true);
        }
    }
}
