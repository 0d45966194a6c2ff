package org.orcacomet.trials.history;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Decides whether calls on one scope, some at the same time, can be told as one after the other, each at a moment
 * between its call and its end. It is the search of Wing and Gong with memory, in the order of the answers: it keeps
 * every different story that explains all answers so far (which of the calls that are under way have happened, and what
 * that made of the scope), and at each answer those in which that call has happened. A change is told to have happened
 * only when an answer makes it necessary. What revisions the answers tell narrows the search.
 */
final class Linearizability {
    private record Moment(long at, Operation call, boolean isEnd) {}

    private final OpenCalls open = new OpenCalls();
    private Set<Story> stories = Set.of(Story.BEGINNING);

    private Linearizability() {}

    /** The call at which no story is left, in the order of calls and ends; empty if the history is linearizable. */
    static Optional<Operation> violation(List<Operation> history) {
        return new Linearizability().search(moments(history));
    }

    private static List<Moment> moments(List<Operation> history) {
        List<Moment> moments = new ArrayList<>();
        for (Operation call : history) {
            moments.add(new Moment(call.call(), call, false));
            moments.add(new Moment(call.end(), call, true));
        }
        moments.sort(Comparator.comparingLong(Moment::at).thenComparing(Moment::isEnd));
        return moments;
    }

    private Optional<Operation> search(List<Moment> moments) {
        long[] ceilings = ceilings(moments);
        for (int i = 0; i < ceilings.length; i++) {
            Moment moment = moments.get(i);
            if (moment.isEnd()) {
                end(moment.call(), ceilings[i]);
            } else {
                begin(moment.call());
            }
            if (stories.isEmpty()) {
                return Optional.of(moment.call());
            }
        }
        return Optional.empty();
    }

    /** For each moment, the highest revision that the calls to come leave possible. */
    private static long[] ceilings(List<Moment> moments) {
        long[] ceilings = new long[moments.size()];
        long lowest = Long.MAX_VALUE;
        for (int i = ceilings.length - 1; i >= 0; i--) {
            ceilings[i] = lowest;
            Moment moment = moments.get(i);
            lowest = moment.isEnd() ? lowest : Math.min(lowest, moment.call().ceiling());
        }
        return ceilings;
    }

    private void begin(Operation call) {
        open.open(call);
        Set<Story> settled = new HashSet<>();
        stories.forEach(story -> settled.add(open.settled(story)));
        stories = settled;
    }

    private void end(Operation call, long ceiling) {
        int place = open.place(call);
        Set<Story> explained = new HashSet<>();
        for (Story story : stories) {
            if (story.has(place) || call.outcome().isUnknown()) {
                explained.add(story.without(place));
            }
            if (!story.has(place)) {
                open.endings(story, place, ceiling).forEach(ending -> explained.add(ending.without(place)));
            }
        }
        open.close(place);
        stories = explained;
    }
}
