package org.orcacomet.store.accumulo.internal;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.orcacomet.api.ContextId;
import org.orcacomet.store.StoreUnavailable;

/** One write of a context at a time, so that those of this service do not get in each other's way. */
public final class Stripes {
    private static final int COUNT = 4_096;

    private final ReentrantLock[] locks =
            Stream.generate(ReentrantLock::new).limit(COUNT).toArray(ReentrantLock[]::new);

    /** Waits for its turn; close it in the end. */
    public Turn take(ContextId context, Deadline deadline) throws StoreUnavailable {
        ReentrantLock lock = locks[Math.floorMod(context.hashCode(), COUNT)];
        try {
            if (!lock.tryLock(deadline.remainingNanos(), TimeUnit.NANOSECONDS)) {
                throw new StoreUnavailable("too many changes of one context wait for Accumulo");
            }
            return lock::unlock;
        } catch (InterruptedException e) {
            throw Failures.givenUp(e);
        }
    }

    /** A turn, which ends when it is closed. */
    @FunctionalInterface
    public interface Turn extends AutoCloseable {
        @Override
        void close();
    }
}
