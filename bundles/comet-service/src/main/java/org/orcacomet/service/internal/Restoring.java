package org.orcacomet.service.internal;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.orcacomet.store.ExportPart;
import org.orcacomet.store.ScopeStore;
import org.orcacomet.store.StoreUnavailable;

/**
 * Gives a store the parts of an export, some at a time: a store takes many little longer than one, as it waits for its
 * disk, or for other machines, once for all of them. For one thread.
 */
public final class Restoring implements AutoCloseable {
    private static final int AT_A_TIME = 8;

    private final ScopeStore store;
    private final ExecutorService threads = Executors.newFixedThreadPool(AT_A_TIME, Restoring::thread);
    private final Queue<CompletableFuture<Integer>> underWay = new ArrayDeque<>();
    private long taken;

    /** Parts for this store. */
    public Restoring(ScopeStore store) {
        this.store = store;
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "comet-restore");
        thread.setDaemon(true);
        return thread;
    }

    /** Gives it this part, once an earlier one has ended. */
    public void take(ExportPart part) throws StoreUnavailable {
        if (underWay.size() == AT_A_TIME) {
            settle();
        }
        CompletableFuture<Integer> outcome = new CompletableFuture<>();
        underWay.add(outcome);
        threads.execute(() -> restore(part, outcome));
    }

    private void restore(ExportPart part, CompletableFuture<Integer> outcome) {
        try {
            outcome.complete(store.restore(part.context(), part.listing()));
        } catch (StoreUnavailable | RuntimeException | Error e) {
            outcome.completeExceptionally(e);
        }
    }

    /** Waits until all has ended. */
    public void finish() throws StoreUnavailable {
        while (!underWay.isEmpty()) {
            settle();
        }
    }

    private void settle() throws StoreUnavailable {
        try {
            taken += underWay.remove().join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof StoreUnavailable why) {
                throw why;
            }
            throw e;
        }
    }

    /** How many records the store has taken, of the parts that have ended. */
    public long taken() {
        return taken;
    }

    /** The same, when all has ended, however it did. */
    public long settled() {
        for (CompletableFuture<Integer> outcome : underWay) {
            taken += outcome.exceptionally(failure -> 0).join();
        }
        underWay.clear();
        return taken;
    }

    @Override
    public void close() {
        threads.shutdown();
    }
}
