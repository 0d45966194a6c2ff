package org.orcacomet.client;

import java.time.Duration;

/** How long a client waits. */
public final class ClientTimeouts {
    private final Duration connect;
    private final Duration attempt;
    private final Duration total;
    private final Duration pause;

    private ClientTimeouts(Duration connect, Duration attempt, Duration total, Duration pause) {
        this.connect = positive("connect time-out", connect);
        this.attempt = positive("attempt time-out", attempt);
        this.total = positive("total time-out", total);
        this.pause = pause;
    }

    /** Two seconds to connect, five for an attempt, twenty in all, and a pause of thirty after a failure. */
    public static ClientTimeouts standard() {
        return of(Duration.ofSeconds(2), Duration.ofSeconds(5), Duration.ofSeconds(20));
    }

    /**
     * These time-outs, with the standard pause.
     *
     * @param connect until a connection stands, its TLS handshake included
     * @param attempt until one server has answered in full, the connection included
     * @param total until a call ends, whatever it met
     * @throws CometSettingsException if one of them is not positive
     */
    public static ClientTimeouts of(Duration connect, Duration attempt, Duration total) {
        return new ClientTimeouts(connect, attempt, total, Duration.ofSeconds(30));
    }

    /** The same with this pause, for which a server that failed is asked last. */
    public ClientTimeouts pause(Duration afterFailure) {
        return new ClientTimeouts(connect, attempt, total, afterFailure);
    }

    /** Until a connection stands. */
    public Duration connect() {
        return connect;
    }

    /** Until one server has answered in full. */
    public Duration attempt() {
        return attempt;
    }

    /** Until a call ends. */
    public Duration total() {
        return total;
    }

    /** How long a server that failed is asked last. */
    public Duration pause() {
        return pause;
    }

    private static Duration positive(String what, Duration duration) {
        if (duration.isNegative() || duration.isZero()) {
            throw new CometSettingsException("the " + what + " must be more than 0 ms");
        }
        return duration;
    }
}
