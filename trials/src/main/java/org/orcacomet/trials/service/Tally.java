package org.orcacomet.trials.service;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What happened, counted, and what was lost, in sentences. Safe for use by many threads. */
public final class Tally {
    private final Map<String, Long> counts = new LinkedHashMap<>();
    private final List<String> losses = new ArrayList<>();
    private final List<String> notTried = new ArrayList<>();

    /** It happened once more. */
    public synchronized void count(String what) {
        count(what, 1);
    }

    /** It happened so often. */
    public synchronized void count(String what, long times) {
        counts.merge(what, times, Long::sum);
    }

    /** Something that must not be lost is. */
    public synchronized void lost(String sentence) {
        losses.add(sentence);
    }

    /** Something was to be tried and cannot be, for this reason. */
    public synchronized void notTried(String sentence) {
        notTried.add(sentence);
    }

    /** Whether all was tried that was to be. */
    public synchronized boolean isComplete() {
        return notTried.isEmpty();
    }

    /** What must hold; if it does not, that is a loss. */
    public void expect(boolean holds, String otherwise) {
        if (!holds) {
            lost(otherwise);
        }
    }

    /** How often what happened, in the order of first times. */
    public synchronized Map<String, Long> counts() {
        return new LinkedHashMap<>(counts);
    }

    /** What was lost. */
    public synchronized List<String> losses() {
        return List.copyOf(losses);
    }

    /** Prints counts, what was not tried, and losses; whether nothing was lost. */
    public synchronized boolean report(PrintWriter out) {
        Table.print(out, counts());
        notTried.forEach(reason -> out.println("NOT TRIED: " + reason));
        losses.forEach(loss -> out.println("LOST: " + loss));
        out.println(verdict());
        out.flush();
        return losses.isEmpty();
    }

    private String verdict() {
        if (losses.isEmpty()) {
            return notTried.isEmpty() ? "Nothing was lost." : "Nothing was lost in what was tried.";
        }
        return losses.size() + " losses.";
    }
}
