package org.orcacomet.store.rocksdb.internal;

import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.orcacomet.api.ContextId;

/** Lets one thread at a time change a context. Contexts share a fixed number of locks, served in the order of asking. */
public final class ContextLocks {
    private static final int STRIPES = 64;

    private final Lock[] stripes =
            Stream.generate(() -> new ReentrantLock(true)).limit(STRIPES).toArray(Lock[]::new);

    /** What ends the hold. */
    @FunctionalInterface
    public interface Held extends AutoCloseable {
        @Override
        void close();
    }

    /** Waits until no other thread changes this context, and keeps the others out. */
    public Held hold(ContextId context) {
        Lock lock = stripes[Math.floorMod(context.hashCode(), STRIPES)];
        lock.lock();
        return lock::unlock;
    }
}
