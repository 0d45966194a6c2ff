package org.orcacomet.store.rocksdb.internal;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.function.Supplier;
import org.orcacomet.store.StoreUnavailable;

/**
 * Lets writers that come at the same time share one commit. A writer that finds nobody at work leads: it decides for all
 * that wait, one after the other, writes what they decided, and hands the lead to the first of those that came
 * meanwhile. So there is no thread of its own, a writer alone waits for nobody, and no two decisions are ever made at
 * the same time. Safe for use by many threads.
 *
 * @param <C> what a commit is gathered in
 */
public final class GroupCommit<C> {
    /** What a writer wants, decided on what the commit has so far. */
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
    private final Queue<Proposal<C, ?>> waiting = new ArrayDeque<>();
    private boolean led;

    /** Commits that begin and are written like this. */
    public GroupCommit(Supplier<C> begin, Writer<C> writer) {
        this.begin = begin;
        this.writer = writer;
    }

    /**
     * Has this decided and written. When it returns, the commit that it is part of is written.
     *
     * @throws StoreUnavailable as the decision or the writer does
     */
    public <T> T commit(Decision<C, T> decision) throws StoreUnavailable {
        Proposal<C, T> mine = new Proposal<>(decision);
        enter(mine);
        if (mine.awaitLead()) {
            lead();
        }
        return mine.outcome();
    }

    private synchronized void enter(Proposal<C, ?> proposal) {
        waiting.add(proposal);
        if (!led) {
            led = true;
            proposal.lead();
        }
    }

    private void lead() {
        List<Proposal<C, ?>> group = group();
        try {
            write(group);
        } finally {
            passOn();
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

    private synchronized void passOn() {
        if (waiting.isEmpty()) {
            led = false;
        } else {
            waiting.element().lead();
        }
    }

    /** How many wait now to be taken into a commit. */
    synchronized int waiting() {
        return waiting.size();
    }
}
