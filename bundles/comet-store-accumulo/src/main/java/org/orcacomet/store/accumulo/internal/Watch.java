package org.orcacomet.store.accumulo.internal;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.orcacomet.store.StoreUnavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the operator when Accumulo does not answer, at most once a minute, and when it does again. */
public final class Watch {
    private static final Logger LOG = LoggerFactory.getLogger(Watch.class);
    private static final long PAUSE = Duration.ofMinutes(1).toNanos();

    private final String instance;
    private final AtomicBoolean down = new AtomicBoolean();
    private final AtomicLong next = new AtomicLong(System.nanoTime());

    /** The watch of this instance. */
    public Watch(String instance) {
        this.instance = instance;
    }

    void answered() {
        if (down.get() && down.compareAndSet(true, false)) {
            LOG.info("Accumulo's instance {} answers.", instance);
        }
    }

    void failed(StoreUnavailable failure) {
        down.set(true);
        long now = System.nanoTime();
        long due = next.get();
        if (now - due >= 0 && next.compareAndSet(due, now + PAUSE)) {
            LOG.warn("Accumulo's instance {} fails: {} ({})", instance, failure.getMessage(), cause(failure));
        }
    }

    /** The kind of what led to it, as its text may be anybody's. */
    private static String cause(Throwable failure) {
        Throwable deepest = failure;
        while (deepest.getCause() != null) {
            deepest = deepest.getCause();
        }
        return deepest.getClass().getSimpleName();
    }
}
