package org.orcacomet.client.internal;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One of COMET's servers: its address, and what is remembered of it. */
final class Server {
    private static final Logger LOG = LoggerFactory.getLogger(Server.class);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);
    private static final Duration EXTENSIONS_HOLD = Duration.ofMinutes(10);

    private final URI base;
    private final Clock clock;
    private final Lock asking = new ReentrantLock();
    private Instant lastUntil = Instant.MIN;
    private Instant extensionsUntil = Instant.MIN;
    private Set<Extension> extensions = Collections.emptySet();

    Server(URI base, Clock clock) {
        this.base = base;
        this.clock = clock;
    }

    /** The address of a call, without query. */
    String address(String path) {
        return base + path;
    }

    /** When it stops being asked last; long past for one that works. */
    synchronized Instant lastUntil() {
        return lastUntil;
    }

    synchronized boolean isAskedLast() {
        return lastUntil.isAfter(clock.instant());
    }

    synchronized void works() {
        if (!lastUntil.equals(Instant.MIN)) {
            LOG.info("COMET server {} answers again", this);
        }
        lastUntil = Instant.MIN;
    }

    /** Asks it last for this long, and forgets what it said of itself: it may come back as another version. */
    synchronized void failed(String reason, Duration pause) {
        if (lastUntil.equals(Instant.MIN)) {
            LOG.warn("COMET server {} failed, and is asked last for a while: {}", this, reason);
        }
        lastUntil = clock.instant().plus(pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE);
        extensionsUntil = Instant.MIN;
    }

    /** What it said that it can do, if that was not long ago. */
    synchronized Optional<Set<Extension>> extensions() {
        return extensionsUntil.isAfter(clock.instant()) ? Optional.of(extensions) : Optional.empty();
    }

    /** Held by whoever asks it what it can do, so that others wait for that answer instead of asking too. */
    Lock asking() {
        return asking;
    }

    synchronized void says(Set<Extension> known) {
        extensions = known;
        extensionsUntil = clock.instant().plus(EXTENSIONS_HOLD);
    }

    /** The address, as an operator knows it. */
    @Override
    public String toString() {
        return base.toString();
    }
}
