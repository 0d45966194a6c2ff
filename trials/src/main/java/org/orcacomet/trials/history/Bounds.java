package org.orcacomet.trials.history;

import java.util.ArrayList;
import java.util.List;
import org.orcacomet.trials.history.Operation.Kind;
import org.orcacomet.trials.history.Outcome.Answered;

/**
 * Until when a call that had no answer can have happened: until its head ended. Where the store is apart, what a head
 * had sent to it may happen later, but not after the next change of the same scope that was made after the end: each
 * write demands that the context is as its head had found it.
 */
final class Bounds {
    private final Ends ends;
    private final boolean isStoreApart;

    Bounds(Ends ends, boolean isStoreApart) {
        this.ends = ends;
        this.isStoreApart = isStoreApart;
    }

    /** All calls of a history, each with its end. */
    List<Operation> of(History history) {
        List<Operation> operations = new ArrayList<>(history.operations());
        history.doubts()
                .forEach((call, head) -> operations.add(call.endingAt(end(history, ends.after(head, call.call())))));
        return operations;
    }

    private long end(History history, long ended) {
        return isStoreApart ? fence(history, ended) : ended;
    }

    private static long fence(History history, long ended) {
        return history.operations().stream()
                .filter(call -> call.call() > ended && changes(call))
                .mapToLong(Operation::end)
                .min()
                .orElse(Long.MAX_VALUE);
    }

    /** For sure: a deletion may have found nothing. */
    private static boolean changes(Operation call) {
        return call.outcome().answer() == Answered.DONE && call.kind() != Kind.DELETE;
    }
}
