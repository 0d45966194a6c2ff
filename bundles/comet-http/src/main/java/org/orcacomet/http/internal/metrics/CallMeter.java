package org.orcacomet.http.internal.metrics;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The calls that were answered: how many, how, and how long each took. Safe for use by many threads. */
public final class CallMeter implements Source {
    private final Map<String, Map<String, Histogram>> byCall = new ConcurrentHashMap<>();

    /**
     * A call was answered. Both names are of few: each pair is kept for ever.
     *
     * @param call its name
     * @param outcome the name of its answer's code
     * @param nanos how long it took, from its first byte to the last of its answer
     */
    public void answered(String call, String outcome, long nanos) {
        byCall.computeIfAbsent(call, name -> new ConcurrentHashMap<>())
                .computeIfAbsent(outcome, name -> new Histogram())
                .record(nanos);
    }

    @Override
    public void tell(Exposition to) {
        to.histogram(
                "comet_call_seconds",
                "Calls by their answer, and how long each took from its first byte to the last of its answer.");
        byCall.forEach((call, outcomes) ->
                outcomes.forEach((outcome, times) -> times.tell(to, "call", call, "outcome", outcome)));
    }
}
