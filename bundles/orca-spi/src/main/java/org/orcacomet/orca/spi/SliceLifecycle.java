package org.orcacomet.orca.spi;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * What the controller tells of its slices. Every call is bounded in time, may be repeated, and changes nothing when it
 * is; safe for use by many threads. Identifiers are ORCA's, as text.
 */
public interface SliceLifecycle {
    /**
     * Makes sure that COMET can be relied on for a new slice, by a write that takes a trusted caller.
     *
     * @param bound how long it may take
     * @throws LifecycleException if COMET is half configured, or takes no trusted write within the bound
     */
    void probe(String sliceId, Duration bound) throws LifecycleException;

    /**
     * A slice gets these reservations, at its creation or by a modify. Those that are no compute resource get no scope
     * and no properties. The writes begin at once, and go on when the bound is over: with none, this only begins them,
     * and a second call for the same reservations waits for them.
     *
     * @param bound how long to wait for the writes; zero: not at all
     * @return for each compute reservation the properties to set on it, and the scopes that are still owed
     * @throws LifecycleException if what was given cannot be a slice, or could not be kept on disk
     */
    SliceAnswer reserve(String sliceId, List<SliceReservation> reservations, Duration bound) throws LifecycleException;

    /**
     * A reservation is taken out of a slice: its scopes go, as soon as COMET answers. Does not wait for that.
     *
     * @param reservation with the properties that ORCA has of it: where this plugin did not write its scopes, their
     *     tokens are there
     * @throws LifecycleException if that could not be kept on disk
     */
    void release(String sliceId, SliceReservation reservation) throws LifecycleException;

    /**
     * A slice is deleted: all its scopes that this plugin wrote go, as soon as COMET answers. Does not wait for that.
     *
     * @throws LifecycleException if that could not be kept on disk
     */
    void delete(String sliceId) throws LifecycleException;

    /** What an operator would want to know: names and values, such as {@code journal.owed}; no secret. */
    Map<String, String> health();
}
