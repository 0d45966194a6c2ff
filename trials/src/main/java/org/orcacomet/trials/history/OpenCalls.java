package org.orcacomet.trials.history;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The calls that are under way at a moment of a history, each in a place of its own, and how stories go on by them. */
final class OpenCalls {
    private static final int PLACES = Long.SIZE;
    private static final int MOST_STORIES = 1_000_000;

    private final Operation[] calls = new Operation[PLACES];

    /** Takes up this call; its place. */
    int open(Operation call) {
        for (int place = 0; place < PLACES; place++) {
            if (calls[place] == null) {
                calls[place] = call;
                return place;
            }
        }
        throw new IllegalStateException("more than " + PLACES + " calls are open at a time");
    }

    /** The place of this call, the same object. */
    int place(Operation call) {
        for (int place = 0; place < PLACES; place++) {
            if (calls[place] == call) {
                return place;
            }
        }
        throw new IllegalArgumentException("the call is not open");
    }

    /** Its place is free again. */
    void close(int place) {
        calls[place] = null;
    }

    /**
     * The same story, and each open call that changes nothing and can be answered so now has happened: as it changes
     * nothing, a story in which it happens later loses nothing by telling it now.
     */
    Story settled(Story story) {
        Story settled = story;
        for (int place : waiting(story)) {
            if (calls[place].outcome().changesNothing()
                    && story.scope().after(calls[place]).isPresent()) {
                settled = settled.with(place, story.scope());
            }
        }
        return settled;
    }

    /** Each story, under this ceiling of revisions, that goes on from this one and ends with this call. */
    Set<Story> endings(Story begin, int last, long ceiling) {
        Set<Story> endings = new HashSet<>();
        Set<Story> seen = new HashSet<>(Set.of(begin));
        Deque<Story> ahead = new ArrayDeque<>(seen);
        while (!ahead.isEmpty()) {
            for (Story next : next(ahead.remove(), ceiling)) {
                if (next.has(last)) {
                    endings.add(next);
                } else if (seen.add(next)) {
                    ahead.add(next);
                }
            }
            if (seen.size() > MOST_STORIES) {
                throw new IllegalStateException("too many calls of unknown outcome at a time");
            }
        }
        return endings;
    }

    private List<Story> next(Story story, long ceiling) {
        List<Story> next = new ArrayList<>();
        for (int place : waiting(story)) {
            story.scope()
                    .after(calls[place])
                    .map(scope -> story.with(place, scope))
                    .filter(possible -> possible.scope().revision() <= ceiling)
                    .filter(this::canGoOn)
                    .map(this::settled)
                    .ifPresent(next::add);
        }
        return next;
    }

    /** Whether every open call with a known answer has happened, or still can. */
    private boolean canGoOn(Story story) {
        return waiting(story).stream().allMatch(place -> story.scope().revision() <= calls[place].ceiling());
    }

    private List<Integer> waiting(Story story) {
        List<Integer> waiting = new ArrayList<>();
        for (int place = 0; place < PLACES; place++) {
            if (calls[place] != null && !story.has(place)) {
                waiting.add(place);
            }
        }
        return waiting;
    }
}
