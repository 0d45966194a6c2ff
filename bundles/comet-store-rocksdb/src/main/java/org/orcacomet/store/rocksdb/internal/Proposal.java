package org.orcacomet.store.rocksdb.internal;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.orcacomet.store.StoreUnavailable;

/** What is to be part of a commit, and what comes of it. Up to its end one thread has it at a time. */
final class Proposal<C, T> {
    static final String GRIEF = "the commit that this was to be part of came to grief";

    private final GroupCommit.Decision<C, T> decision;
    private final CompletableFuture<T> outcome = new CompletableFuture<>();
    private Optional<T> decided = Optional.empty();
    private Optional<StoreUnavailable> failure = Optional.empty();
    private boolean written;

    Proposal(GroupCommit.Decision<C, T> decision) {
        this.decision = decision;
    }

    /** Decides, by whoever leads. */
    void decide(C commit) {
        try {
            decided = Optional.of(decision.decide(commit));
        } catch (StoreUnavailable e) {
            failure = Optional.of(e);
        }
    }

    /** What was decided is written. */
    void written() {
        written = true;
    }

    /** What was decided could not be written. */
    void fail(StoreUnavailable why) {
        failure = Optional.of(failure.orElse(why));
    }

    /** What comes of it; it works only if it was written. */
    CompletableFuture<T> outcome() {
        return outcome;
    }

    /** What came of it is known, and is told. */
    void settle() {
        if (failure.isEmpty() && written) {
            outcome.complete(decided.orElseThrow());
        } else {
            outcome.completeExceptionally(failure.orElseGet(() -> new StoreUnavailable(GRIEF)));
        }
    }
}
