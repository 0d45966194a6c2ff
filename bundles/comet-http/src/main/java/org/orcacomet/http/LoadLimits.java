package org.orcacomet.http;

import java.time.Duration;

/**
 * What all clients together may take of the server at a time. What is past a limit is refused with 429.
 *
 * @param connections how many connections are served
 * @param connectionsPerAddress how many of them may come from one address
 * @param calls how many calls may run
 * @param bufferedBytes how many bytes of bodies that come and answers that go may be in memory before calls are refused
 * @param pace how slow a client may be
 */
public record LoadLimits(int connections, int connectionsPerAddress, int calls, long bufferedBytes, Pace pace) {
    private static final int MIN_BUFFERED_BYTES = 1 << 20;

    /**
     * These limits.
     *
     * @throws IllegalArgumentException if one is too small to serve; the message names the property
     */
    public LoadLimits {
        require(connections > 0, "connections.max is under 1");
        require(connectionsPerAddress > 0, "connections.per.address.max is under 1");
        require(calls > 0, "calls.max is under 1");
        require(bufferedBytes >= MIN_BUFFERED_BYTES, "buffered.max.bytes is under " + MIN_BUFFERED_BYTES);
    }

    /** 2,000 connections, half of them from one address, 200 calls, 64 MiB, 20 seconds and 4 KiB a second. */
    public static LoadLimits defaults() {
        return new LoadLimits(2000, 1000, 200, 64 << 20, new Pace(Duration.ofSeconds(20), 4096));
    }

    static void require(boolean holds, String violation) {
        if (!holds) {
            throw new IllegalArgumentException(violation + ": raise it, or leave it out");
        }
    }
}
