package org.orcacomet.http;

import java.time.Duration;

/**
 * How slow a client may be. TLS and the head of a request, its body, and the taking of its answer each have this long,
 * and bodies and answers longer still the larger they are.
 *
 * @param timeout what anything may take
 * @param bytesPerSecond what must pass on average of what does not fit in that time
 */
public record Pace(Duration timeout, int bytesPerSecond) {
    /**
     * This pace.
     *
     * @throws IllegalArgumentException if nobody could keep it; the message names the property
     */
    public Pace {
        LoadLimits.require(!timeout.isNegative() && !timeout.isZero(), "client.timeout.ms is under 1");
        LoadLimits.require(bytesPerSecond > 0, "client.min.bytes.per.second is under 1");
    }

    /** How long so many bytes may take. */
    public Duration allows(long bytes) {
        return timeout.plusMillis(bytes * 1000 / bytesPerSecond);
    }
}
