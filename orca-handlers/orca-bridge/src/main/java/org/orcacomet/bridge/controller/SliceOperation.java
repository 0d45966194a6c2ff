package org.orcacomet.bridge.controller;

import static java.util.Collections.emptyMap;
import static java.util.Collections.singletonMap;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.orcacomet.orca.spi.SliceReservation;

/**
 * One createSlice or modifySlice of one slice: its budget, the slice's read token where the slice was there before, and
 * the reservations that were added and not demanded yet. Safe for use by many threads.
 */
final class SliceOperation {
    private final WaitBudget budget;
    private final Map<String, SliceReservation> added = new LinkedHashMap<>();
    private Optional<Map<String, String>> siblings;
    private boolean demanding;

    private SliceOperation(WaitBudget budget, Optional<Map<String, String>> siblings) {
        this.budget = budget;
        this.siblings = siblings;
    }

    /** A slice is made: it has no reservations that could know a token. */
    static SliceOperation create(WaitBudget budget) {
        return new SliceOperation(budget, Optional.of(emptyMap()));
    }

    /** A slice is changed. */
    static SliceOperation change(WaitBudget budget) {
        return new SliceOperation(budget, Optional.empty());
    }

    WaitBudget budget() {
        return budget;
    }

    /** What the slice's earlier reservations know of the slice; empty if they were not asked yet. */
    synchronized Optional<Map<String, String>> siblings() {
        return siblings;
    }

    /** What the slice's earlier reservations know: the read token, which is the slice's; empty if none. */
    synchronized void siblings(Optional<String> readToken) {
        siblings = Optional.of(readToken
                .map(token -> singletonMap(Reservations.READ_TOKEN, token))
                .orElse(emptyMap()));
    }

    synchronized void added(SliceReservation reservation) {
        added.put(reservation.id(), reservation);
    }

    synchronized void demanded(String reservationId) {
        demanding = true;
        added.remove(reservationId);
    }

    /** Whether it has come to its demands: then what is added or closed next belongs to another operation. */
    synchronized boolean isDemanding() {
        return demanding;
    }

    /** Those that were added and never will be demanded, as the operation failed; once. */
    synchronized List<SliceReservation> abandon() {
        List<SliceReservation> abandoned = new ArrayList<>(added.values());
        added.clear();
        return abandoned;
    }
}
