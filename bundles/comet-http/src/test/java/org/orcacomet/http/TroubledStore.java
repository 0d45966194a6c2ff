package org.orcacomet.http;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.orcacomet.api.ContextId;
import org.orcacomet.api.Family;
import org.orcacomet.api.Revision;
import org.orcacomet.api.ScopeKey;
import org.orcacomet.store.Backups;
import org.orcacomet.store.ChangeSet;
import org.orcacomet.store.Listing;
import org.orcacomet.store.MemoryScopeStore;
import org.orcacomet.store.ScopeRecord;
import org.orcacomet.store.ScopeStore;
import org.orcacomet.store.StoreConflict;
import org.orcacomet.store.StoreUnavailable;

/** A store in memory that can be told not to answer, to have a fault, or to wait. */
final class TroubledStore implements ScopeStore {
    /** What its fault says: it must never come out. */
    static final String SECRET = "fault-with-Secret1";

    private final ScopeStore memory = new MemoryScopeStore();
    volatile boolean down;
    volatile boolean broken;
    volatile boolean fatal;
    volatile int scansFailAfter = Integer.MAX_VALUE;
    volatile CountDownLatch entered = new CountDownLatch(0);
    volatile CountDownLatch mayGoOn = new CountDownLatch(0);

    volatile Optional<Backups> backups = Optional.empty();
    volatile CountDownLatch looking = new CountDownLatch(0);
    volatile CountDownLatch looksMayGoOn = new CountDownLatch(0);
    volatile CountDownLatch probing = new CountDownLatch(0);
    volatile CountDownLatch probesMayGoOn = new CountDownLatch(0);

    ScopeStore memory() throws StoreUnavailable {
        if (down) {
            throw new StoreUnavailable("the disk is full");
        }
        if (broken) {
            throw new IllegalStateException(SECRET);
        }
        if (fatal) {
            throw new OutOfMemoryError(SECRET);
        }
        return memory;
    }

    @Override
    public Optional<ScopeRecord> read(ScopeKey key) throws StoreUnavailable {
        pause(entered, mayGoOn);
        return memory().read(key);
    }

    private static void pause(CountDownLatch comes, CountDownLatch goesOn) {
        comes.countDown();
        try {
            goesOn.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public Listing list(ContextId context) throws StoreUnavailable {
        return memory().list(context);
    }

    @Override
    public Listing list(ContextId context, Family family) throws StoreUnavailable {
        return memory().list(context, family);
    }

    @Override
    public List<ContextId> contexts(Optional<ContextId> after, int limit) throws StoreUnavailable {
        pause(looking, looksMayGoOn);
        return memory().contexts(after, limit);
    }

    @Override
    public Revision apply(ChangeSet changes) throws StoreConflict, StoreUnavailable {
        return memory().apply(changes);
    }

    @Override
    public int restore(ContextId context, Listing from) throws StoreUnavailable {
        return memory().restore(context, from);
    }

    @Override
    public boolean touch(ScopeRecord seen, Instant at) throws StoreUnavailable {
        return memory().touch(seen, at);
    }

    @Override
    public boolean forget(ScopeRecord seen) throws StoreUnavailable {
        return memory().forget(seen);
    }

    @Override
    public void scan(Visitor visitor) throws StoreUnavailable {
        pause(entered, mayGoOn);
        AtomicInteger shown = new AtomicInteger();
        memory().scan(new Visitor() {
            @Override
            public void visit(ContextId context, Revision revision) throws StoreUnavailable {
                visitor.visit(context, revision);
            }

            @Override
            public void visit(ScopeRecord record) throws StoreUnavailable {
                if (shown.incrementAndGet() > scansFailAfter) {
                    throw new StoreUnavailable("the disk is gone");
                }
                visitor.visit(record);
            }
        });
    }

    @Override
    public void probe() throws StoreUnavailable {
        pause(probing, probesMayGoOn);
        memory().probe();
    }

    @Override
    public Optional<Backups> backups() {
        return backups;
    }
}
