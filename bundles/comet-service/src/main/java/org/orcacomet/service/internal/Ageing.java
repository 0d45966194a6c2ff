package org.orcacomet.service.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import org.orcacomet.service.AgeingFigures;
import org.orcacomet.service.Registration;
import org.orcacomet.service.ServiceSettings;
import org.orcacomet.store.ScopeRecord;
import org.orcacomet.store.ScopeStore;
import org.orcacomet.store.StoreUnavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Forgets, in the background, the records whose time is over. Nobody waits for it: to a caller they are gone the
 * moment that their time is over.
 */
public final class Ageing implements Registration {
    private static final Logger LOG = LoggerFactory.getLogger(Ageing.class);

    private final ScopeStore store;
    private final Supplier<ServiceSettings> settings;
    private final Clock clock;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final LongAdder forgotten = new LongAdder();
    private final LongAdder failures = new LongAdder();
    private volatile Optional<Instant> last = Optional.empty();

    /** One that does not sweep yet. */
    public Ageing(ScopeStore store, Supplier<ServiceSettings> settings, Clock clock) {
        this.store = store;
        this.settings = settings;
        this.clock = clock;
    }

    /** Sweeps from now on, with this pause in between, until it is closed. */
    public Ageing start(Duration pause) {
        Thread worker = new Thread(() -> work(pause), "comet-ageing");
        worker.setDaemon(true);
        worker.start();
        return this;
    }

    /** Forgets what is over, and says how many it was. */
    long sweep() throws StoreUnavailable {
        Age age = new Age(settings.get().lifetimes(), clock.instant());
        AtomicLong now = new AtomicLong();
        store.scan(record -> {
            if (forget(record, age)) {
                now.incrementAndGet();
                forgotten.increment();
            }
        });
        last = Optional.of(clock.instant());
        return now.get();
    }

    /** What the sweeps have done until now. */
    public AgeingFigures figures() {
        return new AgeingFigures(forgotten.sum(), failures.sum(), last);
    }

    /** Ends it; a sweep that is under way is broken off at its next record. */
    @Override
    public void close() {
        closed.countDown();
    }

    private boolean forget(ScopeRecord record, Age age) throws StoreUnavailable {
        if (isClosed()) {
            throw new StoreUnavailable("the sweep was broken off");
        }
        return age.gone(record) && store.forget(record);
    }

    private void work(Duration pause) {
        try {
            do {
                sweepAndGoOn();
            } while (!closed.await(pause.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void sweepAndGoOn() {
        try {
            long now = sweep();
            if (now > 0) {
                LOG.info("{} scopes and tombstones were forgotten, as their time was over.", now);
            }
        } catch (Exception e) {
            if (!isClosed()) {
                failures.increment();
                LOG.warn("The sweep for old scopes did not get through, and is tried again later.", e);
            }
        }
    }

    private boolean isClosed() {
        return closed.getCount() == 0;
    }
}
