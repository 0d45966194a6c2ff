package org.orcacomet.trials.crash;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.orcacomet.api.ContextId;
import org.orcacomet.trials.service.Tally;

/** The revisions that were acknowledged, over all writers and restarts. Safe for use by many threads. */
final class Revisions {
    private final Map<ContextId, Long> highest = new ConcurrentHashMap<>();
    private final Map<ContextId, Set<Long>> given = new ConcurrentHashMap<>();
    private final Tally tally;

    Revisions(Tally tally) {
        this.tally = tally;
    }

    /** The highest that was acknowledged. */
    long highest(ContextId context) {
        return highest.getOrDefault(context, 0L);
    }

    /** One more was acknowledged, of a change that was sent when the highest was the floor. */
    void acknowledged(ContextId context, long revision, long floor) {
        tally.expect(revision > floor, context + " went back: revision " + revision + " came after " + floor);
        boolean fresh = given.computeIfAbsent(context, any -> ConcurrentHashMap.newKeySet())
                .add(revision);
        tally.expect(fresh, context + " gave revision " + revision + " twice");
        highest.merge(context, revision, Math::max);
    }
}
