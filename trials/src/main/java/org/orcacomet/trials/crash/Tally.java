package org.orcacomet.trials.crash;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What happened, counted, and what was lost, in sentences. Safe for use by many threads. */
final class Tally {
    private final Map<String, Long> counts = new LinkedHashMap<>();
    private final List<String> losses = new ArrayList<>();

    synchronized void count(String what) {
        count(what, 1);
    }

    synchronized void count(String what, long times) {
        counts.merge(what, times, Long::sum);
    }

    synchronized void lost(String sentence) {
        losses.add(sentence);
    }

    /** What must hold; if it does not, that is a loss. */
    void expect(boolean holds, String otherwise) {
        if (!holds) {
            lost(otherwise);
        }
    }

    synchronized Map<String, Long> counts() {
        return new LinkedHashMap<>(counts);
    }

    synchronized List<String> losses() {
        return List.copyOf(losses);
    }
}
