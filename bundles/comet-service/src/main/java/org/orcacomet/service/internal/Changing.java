package org.orcacomet.service.internal;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.orcacomet.api.CometException;
import org.orcacomet.api.ContextId;
import org.orcacomet.api.Revision;
import org.orcacomet.store.Change;
import org.orcacomet.store.ChangeSet;
import org.orcacomet.store.StoreConflict;
import org.orcacomet.store.StoreUnavailable;

/** Has changes decided and made, and decided anew when something came between. No thread waits for them. */
final class Changing {
    private static final int MAX_ATTEMPTS = 200;

    /** What a caller wants changed, decided on what the store has. */
    @FunctionalInterface
    interface Decision {
        /** The changes of one context; none if there is nothing to do. */
        List<Change> decide() throws CometException, StoreUnavailable;
    }

    private final StoreCalls store;

    Changing(StoreCalls store) {
        this.store = store;
    }

    /** Ends with the context's new revision, if anything was to be changed, or with a {@link CometException}. */
    CompletableFuture<Optional<Revision>> change(ContextId context, Decision decision) {
        return attempt(context, decision, 1);
    }

    /** The same, with the thread that waits. */
    Optional<Revision> await(CompletableFuture<Optional<Revision>> change) throws CometException {
        try {
            return change.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof CometException refusal) {
                throw refusal;
            }
            throw e;
        }
    }

    private CompletableFuture<Optional<Revision>> attempt(ContextId context, Decision decision, int number) {
        if (number > MAX_ATTEMPTS) {
            return CompletableFuture.failedFuture(Unavailable.contended());
        }
        try {
            List<Change> changes = decision.decide();
            return changes.isEmpty()
                    ? CompletableFuture.completedFuture(Optional.empty())
                    : store.applyLater(new ChangeSet(context, changes))
                            .<Optional<Revision>>thenApply(Optional::of)
                            .exceptionallyCompose(failure -> failed(failure, context, decision, number))
                            .toCompletableFuture();
        } catch (StoreUnavailable e) {
            return CompletableFuture.failedFuture(Unavailable.store(e));
        } catch (CometException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    /** Where someone was faster, what was decided no longer counts. */
    private CompletableFuture<Optional<Revision>> failed(
            Throwable failure, ContextId context, Decision decision, int number) {
        Throwable cause = Completions.cause(failure);
        if (cause instanceof StoreConflict) {
            return attempt(context, decision, number + 1);
        }
        return CompletableFuture.failedFuture(
                cause instanceof StoreUnavailable unavailable ? Unavailable.store(unavailable) : cause);
    }
}
