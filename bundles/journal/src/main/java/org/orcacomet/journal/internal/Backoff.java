package org.orcacomet.journal.internal;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.orcacomet.api.CometException;
import org.orcacomet.api.CometUnavailable;

/**
 * How long to wait after a failure: twice as long each time up to the longest, at once the longest after a refusal,
 * and of that a random part from half to all; as long as the server asks for, but not over the longest.
 */
final class Backoff {
    private static final int MAX_DOUBLINGS = 20;

    private final Duration shortest;
    private final Duration longest;

    Backoff(Duration shortest, Duration longest) {
        this.shortest = shortest;
        this.longest = longest;
    }

    Duration longest() {
        return longest;
    }

    Duration after(int attempts, Optional<CometException> failure) {
        boolean refused = failure.filter(f -> !f.retryable()).isPresent();
        Duration jittered = jittered(refused ? longest : doubled(attempts));
        Duration asked = failure.flatMap(Backoff::retryAfter).orElse(Duration.ZERO);
        return shorter(longest, asked.compareTo(jittered) > 0 ? asked : jittered);
    }

    private Duration doubled(int attempts) {
        return shorter(longest, shortest.multipliedBy(1L << Math.min(attempts - 1, MAX_DOUBLINGS)));
    }

    private static Duration jittered(Duration delay) {
        long half = delay.toNanos() / 2;
        return Duration.ofNanos(half + ThreadLocalRandom.current().nextLong(half + 1));
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private static Optional<Duration> retryAfter(CometException failure) {
        return failure instanceof CometUnavailable ? ((CometUnavailable) failure).retryAfter() : Optional.empty();
    }
}
