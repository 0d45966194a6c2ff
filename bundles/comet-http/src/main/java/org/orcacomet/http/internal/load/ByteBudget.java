package org.orcacomet.http.internal.load;

import java.util.concurrent.atomic.AtomicLong;

/** So many bytes of memory, for all requests together. Safe for use by many threads. */
final class ByteBudget {
    private final long limit;
    private final AtomicLong taken = new AtomicLong();

    ByteBudget(long limit) {
        this.limit = limit;
    }

    boolean isOverdrawn() {
        return taken.get() > limit;
    }

    long limit() {
        return limit;
    }

    long taken() {
        return taken.get();
    }

    /** Takes so many, even if there are none left. */
    void take(long bytes) {
        taken.addAndGet(bytes);
    }

    void giveBack(long bytes) {
        taken.addAndGet(-bytes);
    }
}
