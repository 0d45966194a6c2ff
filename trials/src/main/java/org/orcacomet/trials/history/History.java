package org.orcacomet.trials.history;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.orcacomet.api.ContextId;
import org.orcacomet.api.EntryKey;
import org.orcacomet.api.Family;
import org.orcacomet.api.ScopeKey;

/** A scope that is alone in its context, and the calls that were made on it. Safe for use by many threads. */
final class History {
    private final ScopeKey key;
    private final List<Operation> operations = new ArrayList<>();
    private final Map<Operation, Integer> doubts = new IdentityHashMap<>();
    private final AtomicLong seen = new AtomicLong();

    History(int number) {
        key = ScopeKey.of(
                ContextId.parse("history-" + number), Family.parse("users"), EntryKey.parse("scope-" + number));
    }

    ScopeKey key() {
        return key;
    }

    /** The revision that was last told to anyone: what a compare-and-set may demand. */
    long seen() {
        return seen.get();
    }

    synchronized void add(Operation operation) {
        operations.add(operation);
        if (operation.outcome().revision() > 0) {
            seen.set(operation.outcome().revision());
        }
    }

    /** A call of this head that had no answer. */
    synchronized void doubt(Operation operation, int head) {
        doubts.put(operation, head);
    }

    /** How many calls were made on it. */
    synchronized int size() {
        return operations.size() + doubts.size();
    }

    /** The calls that were answered. */
    synchronized List<Operation> operations() {
        return List.copyOf(operations);
    }

    /** The calls that were not, each with its head. */
    synchronized Map<Operation, Integer> doubts() {
        return new IdentityHashMap<>(doubts);
    }
}
