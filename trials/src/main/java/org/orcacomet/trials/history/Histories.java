package org.orcacomet.trials.history;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** The scopes that are called, a few at a time; one that was called often enough makes room for a new one. */
final class Histories {
    private static final int AT_A_TIME = 4;
    private static final int LONGEST = 400;

    private final List<History> all = new ArrayList<>();
    private final History[] current = new History[AT_A_TIME];
    private long calls;

    /** A scope to call next, and one call less to make; empty when all are made. */
    synchronized Optional<History> next(Random random, long limit) {
        if (calls == limit) {
            return Optional.empty();
        }
        calls++;
        int place = random.nextInt(AT_A_TIME);
        if (current[place] == null || current[place].size() >= LONGEST) {
            current[place] = new History(all.size());
            all.add(current[place]);
        }
        return Optional.of(current[place]);
    }

    /** How many calls were begun. */
    synchronized long calls() {
        return calls;
    }

    synchronized List<History> all() {
        return List.copyOf(all);
    }
}
