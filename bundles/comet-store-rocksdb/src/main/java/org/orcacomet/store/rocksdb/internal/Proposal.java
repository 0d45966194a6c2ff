package org.orcacomet.store.rocksdb.internal;

import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.orcacomet.store.StoreUnavailable;

/** What one writer waits for: first to be asked to lead or to be done, then for what came of it. */
final class Proposal<C, T> {
    static final String GRIEF = "the writer that led this commit came to grief";

    private enum State {
        WAITS,
        LEADS,
        SETTLED
    }

    private final Thread writer = Thread.currentThread();
    private final GroupCommit.Decision<C, T> decision;
    private Optional<T> decided = Optional.empty();
    private Optional<StoreUnavailable> failure = Optional.empty();
    private boolean written;
    private volatile State state = State.WAITS;

    Proposal(GroupCommit.Decision<C, T> decision) {
        this.decision = decision;
    }

    /** Its writer leads. */
    void lead() {
        become(State.LEADS);
    }

    /** What came of it is known. */
    void settle() {
        become(State.SETTLED);
    }

    private void become(State next) {
        state = next;
        LockSupport.unpark(writer);
    }

    /** Waits for a state to come; whether it is that its writer leads. An interrupt is kept, and ends no wait. */
    boolean awaitLead() {
        boolean interrupted = false;
        while (state == State.WAITS) {
            LockSupport.park(this);
            interrupted |= Thread.interrupted();
        }
        if (interrupted) {
            writer.interrupt();
        }
        return state == State.LEADS;
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

    /** What came of it; it worked only if it was written. */
    T outcome() throws StoreUnavailable {
        if (failure.isPresent()) {
            throw failure.get();
        }
        if (!written) {
            throw new StoreUnavailable(GRIEF);
        }
        return decided.orElseThrow();
    }
}
