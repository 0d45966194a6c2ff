package org.orcacomet.client.internal;

import java.time.Duration;
import java.util.Optional;

/** What a server answered, in full. */
final class Answer {
    private final Server server;
    private final int status;
    private final byte[] body;
    private final Optional<Duration> retryAfter;

    Answer(Server server, int status, byte[] body, Optional<Duration> retryAfter) {
        this.server = server;
        this.status = status;
        this.body = body;
        this.retryAfter = retryAfter;
    }

    Server server() {
        return server;
    }

    int status() {
        return status;
    }

    byte[] body() {
        return body;
    }

    Optional<Duration> retryAfter() {
        return retryAfter;
    }

    /** Whether another server is worth asking: this one has a fault, or asks to be left alone. */
    boolean movesOn() {
        return status == 408 || status == 429 || status >= 500;
    }
}
