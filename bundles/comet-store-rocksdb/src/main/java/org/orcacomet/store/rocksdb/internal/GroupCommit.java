package org.orcacomet.store.rocksdb.internal;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.orcacomet.store.StoreUnavailable;

/**
 * Lets proposals that come at the same time share one commit. The first that finds nobody at work has the executor lead:
 * it decides for all that wait, one after the other, writes what they decided, hands the lead on if others came
 * meanwhile, and then tells those of its group. So a proposal alone waits for no other, and no two decisions are ever
 * made at the same time. Safe for use by many threads.
 *
 * @param <C> what a commit is gathered in
 */
public final class GroupCommit<C> {
    /** What is proposed, decided on what the commit has so far. */
    @FunctionalInterface
    public interface Decision<C, T> {
        /** The outcome; what it changes is in the commit. */
        T decide(C commit) throws StoreUnavailable;
    }

    /** Makes a commit last. */
    @FunctionalInterface
    public interface Writer<C> {
        /** When this returns, it lasts. */
        void write(C commit) throws StoreUnavailable;
    }

    /** Bounds how long the first of a group waits for the others' decisions. */
    private static final int LARGEST_GROUP = 512;

    private final Supplier<C> begin;
    private final Writer<C> writer;
    private final Executor leaders;
    private final Queue<Proposal<C, ?>> waiting = new ArrayDeque<>();
    private boolean led;

    /** Commits that begin and are written like this, by an executor that refuses nothing. */
    public GroupCommit(Supplier<C> begin, Writer<C> writer, Executor leaders) {
        this.begin = begin;
        this.writer = writer;
        this.leaders = leaders;
    }

    /**
     * Has this decided and written. The future ends once the commit that it is part of is written, on a thread that
     * leads commits, or with a {@link StoreUnavailable}.
     */
    public <T> CompletableFuture<T> submit(Decision<C, T> decision) {
        Proposal<C, T> proposal = new Proposal<>(decision);
        if (enter(proposal)) {
            leaders.execute(this::lead);
        }
        return proposal.outcome();
    }

    /** Whether there is nobody who leads. */
    private synchronized boolean enter(Proposal<C, ?> proposal) {
        waiting.add(proposal);
        boolean free = !led;
        led = true;
        return free;
    }

    private void lead() {
        List<Proposal<C, ?>> group = group();
        try {
            write(group);
        } finally {
            if (goesOn()) {
                leaders.execute(this::lead);
            }
            group.forEach(Proposal::settle);
        }
    }

    private synchronized List<Proposal<C, ?>> group() {
        List<Proposal<C, ?>> group = new ArrayList<>();
        while (!waiting.isEmpty() && group.size() < LARGEST_GROUP) {
            group.add(waiting.remove());
        }
        return group;
    }

    private void write(List<Proposal<C, ?>> group) {
        C commit = begin.get();
        group.forEach(proposal -> proposal.decide(commit));
        try {
            writer.write(commit);
            group.forEach(Proposal::written);
        } catch (StoreUnavailable e) {
            group.forEach(proposal -> proposal.fail(e));
        }
    }

    private synchronized boolean goesOn() {
        led = !waiting.isEmpty();
        return led;
    }

    /** How many wait now to be taken into a commit. */
    synchronized int waiting() {
        return waiting.size();
    }
}
