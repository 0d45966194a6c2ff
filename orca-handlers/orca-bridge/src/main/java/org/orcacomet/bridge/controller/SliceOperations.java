package org.orcacomet.bridge.controller;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/** The operation that each slice is in, or was in last. Safe for use by many threads. */
final class SliceOperations {
    /** A slice that is forgotten begins a new operation: no more than a new budget. */
    private static final int SLICES = 1_000;

    private final Duration budget;
    private final LongSupplier nanoTime;
    private final Map<String, SliceOperation> bySlice = new LinkedHashMap<String, SliceOperation>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, SliceOperation> eldest) {
            return size() > SLICES;
        }
    };

    /** Operations that each may wait so long. */
    SliceOperations(Duration budget, LongSupplier nanoTime) {
        this.budget = budget;
        this.nanoTime = nanoTime;
    }

    /** A slice is about to be made; its id is not known yet. */
    SliceOperation create() {
        return SliceOperation.create(new WaitBudget(budget, nanoTime));
    }

    synchronized void begin(String slice, SliceOperation operation) {
        bySlice.put(slice, operation);
    }

    /** Of what is added to a slice or taken out of it: a new one, once the last has come to its demands. */
    synchronized SliceOperation changing(String slice) {
        SliceOperation operation = current(slice);
        if (operation.isDemanding()) {
            operation = change();
            bySlice.put(slice, operation);
        }
        return operation;
    }

    synchronized SliceOperation current(String slice) {
        return bySlice.computeIfAbsent(slice, unused -> change());
    }

    private SliceOperation change() {
        return SliceOperation.change(new WaitBudget(budget, nanoTime));
    }

    synchronized void forget(String slice) {
        bySlice.remove(slice);
    }
}
