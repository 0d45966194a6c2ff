package org.orcacomet.trials.history;

import java.util.ArrayList;
import java.util.List;

/** When processes of heads ended. Safe for use by many threads. */
final class Ends {
    private record End(int head, long at) {}

    private final List<End> ends = new ArrayList<>();

    /** The process of this head has ended at this moment, or before. */
    synchronized void ended(int head, long at) {
        ends.add(new End(head, at));
    }

    /** When the process ended that a call of this head at this moment can have reached; never, if it runs on. */
    synchronized long after(int head, long moment) {
        return ends.stream()
                .filter(end -> end.head() == head && end.at() > moment)
                .mapToLong(End::at)
                .min()
                .orElse(Long.MAX_VALUE);
    }
}
