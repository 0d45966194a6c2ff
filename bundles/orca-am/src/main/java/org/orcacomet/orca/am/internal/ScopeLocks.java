package org.orcacomet.orca.am.internal;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.orcacomet.api.ScopeKey;
import org.orcacomet.orca.spi.LifecycleException;

/** A lock per scope; a few scopes share one. */
final class ScopeLocks {
    private static final int COUNT = 64;

    private final ReentrantLock[] locks =
            Stream.generate(ReentrantLock::new).limit(COUNT).toArray(ReentrantLock[]::new);

    /** A lock that is held until it is closed. */
    interface Held extends AutoCloseable {
        @Override
        void close();
    }

    /** Waits for the scope's lock no longer than this; an interrupt ends the wait, and is kept. */
    Held hold(ScopeKey scope, Duration bound) throws LifecycleException {
        ReentrantLock lock = locks[Math.floorMod(scope.hashCode(), COUNT)];
        try {
            if (lock.tryLock(bound.toNanos(), TimeUnit.NANOSECONDS)) {
                return lock::unlock;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new LifecycleException(scope + " is not changed, as other changes of it have not ended");
    }
}
