package org.orcacomet.service;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.orcacomet.api.ContextId;
import org.orcacomet.api.Family;
import org.orcacomet.api.Revision;
import org.orcacomet.api.ScopeKey;
import org.orcacomet.store.ChangeSet;
import org.orcacomet.store.Listing;
import org.orcacomet.store.ScopeRecord;
import org.orcacomet.store.ScopeStore;
import org.orcacomet.store.StoreConflict;
import org.orcacomet.store.StoreUnavailable;

/** A store that, as long as it is broken, answers nothing. */
public class BrokenStore implements ScopeStore {
    private final ScopeStore store;
    private final BooleanSupplier broken;
    private final AtomicInteger refusals = new AtomicInteger();

    /** This store, broken now and then. */
    public BrokenStore(ScopeStore store, BooleanSupplier broken) {
        this.store = store;
        this.broken = broken;
    }

    /** How often it did not answer. */
    public int refusals() {
        return refusals.get();
    }

    @Override
    public Optional<ScopeRecord> read(ScopeKey key) throws StoreUnavailable {
        return working().read(key);
    }

    @Override
    public Listing list(ContextId context) throws StoreUnavailable {
        return working().list(context);
    }

    @Override
    public Listing list(ContextId context, Family family) throws StoreUnavailable {
        return working().list(context, family);
    }

    @Override
    public List<ContextId> contexts(Optional<ContextId> after, int limit) throws StoreUnavailable {
        return working().contexts(after, limit);
    }

    @Override
    public Revision apply(ChangeSet changes) throws StoreConflict, StoreUnavailable {
        return working().apply(changes);
    }

    @Override
    public int restore(ContextId context, Listing from) throws StoreUnavailable {
        return working().restore(context, from);
    }

    @Override
    public boolean touch(ScopeRecord seen, Instant at) throws StoreUnavailable {
        return working().touch(seen, at);
    }

    @Override
    public boolean forget(ScopeRecord seen) throws StoreUnavailable {
        return working().forget(seen);
    }

    @Override
    public void scan(Visitor visitor) throws StoreUnavailable {
        working().scan(visitor);
    }

    @Override
    public void probe() throws StoreUnavailable {
        working().probe();
    }

    private ScopeStore working() throws StoreUnavailable {
        if (broken.getAsBoolean()) {
            refusals.incrementAndGet();
            throw new StoreUnavailable("the disk is full");
        }
        return store;
    }
}
