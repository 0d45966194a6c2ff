package org.orcacomet.http;

import java.time.Duration;

/**
 * What a client may take of the server.
 *
 * @param idle a connection that is silent for longer is closed
 * @param stop how long running calls may take to end when the server stops
 * @param headerBytes how many bytes the request line and the headers may take
 * @param threads how many threads serve
 * @param load what all clients together may take
 */
public record HttpLimits(Duration idle, Duration stop, int headerBytes, int threads, LoadLimits load) {
    private static final int MIN_HEADER_BYTES = 1024;
    private static final int MIN_THREADS = 8;

    /**
     * These limits.
     *
     * @throws IllegalArgumentException if one is too small to serve; the message names the property
     */
    public HttpLimits {
        LoadLimits.require(!idle.isNegative() && !idle.isZero(), "idle.timeout.ms is under 1");
        LoadLimits.require(!stop.isNegative(), "stop.timeout.ms is negative");
        LoadLimits.require(headerBytes >= MIN_HEADER_BYTES, "header.max.bytes is under " + MIN_HEADER_BYTES);
        LoadLimits.require(threads >= MIN_THREADS, "threads is under " + MIN_THREADS);
        LoadLimits.require(threads > load.calls(), "threads is not over calls.max");
    }

    /** 30 seconds of silence, 5 seconds to stop, 64 KiB of headers, 300 threads. */
    public static HttpLimits defaults() {
        return new HttpLimits(Duration.ofSeconds(30), Duration.ofSeconds(5), 1 << 16, 300, LoadLimits.defaults());
    }
}
