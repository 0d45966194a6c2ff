package org.orcacomet.benchmarks.store;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Writers share syncs, and nothing else: the first of a group commits for all that come while it waits for its turn.
 * Safe for use by many threads.
 */
final class GroupCommit {
    private static final class Group {
        private final List<Entry> entries = new ArrayList<>();
        private final CompletableFuture<Void> done = new CompletableFuture<>();
    }

    private final BareStore store;
    private final Lock turn = new ReentrantLock();
    private Group open = new Group();

    GroupCommit(BareStore store) {
        this.store = store;
    }

    /** When this returns, the entry is durable. */
    void write(Entry entry) throws IOException {
        Group group;
        boolean leads;
        synchronized (this) {
            group = open;
            leads = group.entries.isEmpty();
            group.entries.add(entry);
        }
        if (leads) {
            commit(group);
        }
        try {
            group.done.join();
        } catch (CompletionException e) {
            throw new IOException(e.getCause());
        }
    }

    private void commit(Group group) {
        turn.lock();
        try {
            synchronized (this) {
                open = new Group();
            }
            store.commit(group.entries);
            group.done.complete(null);
        } catch (IOException e) {
            group.done.completeExceptionally(e);
        } finally {
            turn.unlock();
        }
    }
}
