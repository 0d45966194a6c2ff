package org.orcacomet.orca.spi;

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
     * @throws LifecycleException if COMET is half configured, or takes no trusted write within the bound
     */
    void probe(String sliceId) throws LifecycleException;

    /**
     * A slice gets these reservations, at its creation or by a modify. Those that are no compute resource get no scope
     * and no properties.
     *
     * @return for each compute reservation the properties to set on it, and the scopes that are still owed
     * @throws LifecycleException if what was given cannot be a slice, or could not be kept on disk
     */
    SliceAnswer reserve(String sliceId, List<SliceReservation> reservations) throws LifecycleException;

    /**
     * A reservation is taken out of a slice: its scopes go, now or as soon as COMET answers.
     *
     * @throws LifecycleException if that could not be kept on disk
     */
    void release(String sliceId, String reservationId) throws LifecycleException;

    /**
     * A slice is deleted: all its scopes go, now or as soon as COMET answers.
     *
     * @throws LifecycleException if that could not be kept on disk
     */
    void delete(String sliceId) throws LifecycleException;

    /** What an operator would want to know: names and values, such as {@code journal.owed}; no secret. */
    Map<String, String> health();
}
