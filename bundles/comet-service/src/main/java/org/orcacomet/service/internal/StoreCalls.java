package org.orcacomet.service.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;
import org.orcacomet.api.ContextId;
import org.orcacomet.api.Family;
import org.orcacomet.api.Revision;
import org.orcacomet.api.ScopeKey;
import org.orcacomet.service.StoreCallFigures;
import org.orcacomet.store.ChangeSet;
import org.orcacomet.store.Listing;
import org.orcacomet.store.ScopeRecord;
import org.orcacomet.store.ScopeStore;
import org.orcacomet.store.StoreUnavailable;

/** What a caller's calls ask of a store, counted and timed. Safe for use by many threads. */
public final class StoreCalls {
    private final ScopeStore store;
    private final Tally reads = new Tally("read");
    private final Tally lists = new Tally("list");
    private final Tally changes = new Tally("change");
    private final Tally renewals = new Tally("renew");
    private final Tally probes = new Tally("probe");

    /** Calls to this store, none of which has been made. */
    public StoreCalls(ScopeStore store) {
        this.store = store;
    }

    Optional<ScopeRecord> read(ScopeKey key) throws StoreUnavailable {
        return reads.time(() -> store.read(key));
    }

    Listing list(ContextId context) throws StoreUnavailable {
        return lists.time(() -> store.list(context));
    }

    Listing list(ContextId context, Family family) throws StoreUnavailable {
        return lists.time(() -> store.list(context, family));
    }

    CompletionStage<Revision> applyLater(ChangeSet set) {
        long began = System.nanoTime();
        return store.applyLater(set).whenComplete((revision, failure) -> changes.ended(began, isFault(failure)));
    }

    private static boolean isFault(Throwable failure) {
        return Completions.cause(failure) instanceof StoreUnavailable;
    }

    void touch(ScopeRecord seen, Instant at) throws StoreUnavailable {
        renewals.time(() -> store.touch(seen, at));
    }

    /** The store's own probe. */
    public void probe() throws StoreUnavailable {
        probes.time(() -> {
            store.probe();
            return true;
        });
    }

    /** What was counted until now. */
    public List<StoreCallFigures> figures() {
        return Stream.of(reads, lists, changes, renewals, probes)
                .map(Tally::figures)
                .toList();
    }

    private static final class Tally {
        private final String call;
        private final LongAdder count = new LongAdder();
        private final LongAdder faults = new LongAdder();
        private final LongAdder nanos = new LongAdder();

        Tally(String call) {
            this.call = call;
        }

        <T> T time(Asked<T> asked) throws StoreUnavailable {
            long began = System.nanoTime();
            boolean answered = false;
            try {
                T answer = asked.ask();
                answered = true;
                return answer;
            } finally {
                ended(began, !answered);
            }
        }

        void ended(long began, boolean fault) {
            nanos.add(System.nanoTime() - began);
            count.increment();
            if (fault) {
                faults.increment();
            }
        }

        StoreCallFigures figures() {
            return new StoreCallFigures(call, count.sum(), faults.sum(), Duration.ofNanos(nanos.sum()));
        }
    }

    @FunctionalInterface
    private interface Asked<T> {
        T ask() throws StoreUnavailable;
    }
}
