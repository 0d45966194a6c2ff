package org.orcacomet.orca.spi;

import java.util.Map;

/**
 * What the aggregate manager tells of its slivers. A sliver is given as the property map that ORCA hands to its Ant
 * handler ({@code unit.*}, {@code config.*}, {@code slice.comet.*}, {@code comethost}, {@code comet.*}). Every call is
 * bounded in time and may be repeated; safe for use by many threads, for different slivers and for the same one.
 */
public interface SliverLifecycle {
    /**
     * Makes the instance's user data, before the instance is made. With COMET on, the unit's tokens are made, or found
     * again, and kept on disk first; with COMET off it is the old ini file.
     *
     * @throws LifecycleException naming the property that is missing or wrong
     */
    SliverAnswer userData(Map<String, String> unit) throws LifecycleException;

    /**
     * The sliver joins: its user data as in {@link #userData}, then its five families in COMET. When this throws,
     * nothing of it stays in COMET, now or as soon as COMET answers. With COMET off, nothing is written.
     *
     * @throws LifecycleException if a property is missing or wrong, or the families cannot be written within the bound
     */
    SliverAnswer join(Map<String, String> unit) throws LifecycleException;

    /**
     * The sliver is modified, as its highest {@code modify.subcommand.N} says.
     *
     * @throws LifecycleException if the subcommand is unknown, a property is missing or wrong, or COMET does not take
     *     the change; then nothing is changed
     */
    void modify(Map<String, String> unit) throws LifecycleException;

    /**
     * Sets one entry of one family of the sliver; an entry of the same name is replaced.
     *
     * @param section {@code users}, {@code interfaces}, {@code storage}, {@code routes} or {@code scripts}
     * @param entry the entry's properties, named as the last parts of ORCA's ({@code mac}, {@code hosteth}, ...)
     * @throws LifecycleException as {@link #modify}, and if there is no such section
     */
    void put(Map<String, String> unit, String section, Map<String, String> entry) throws LifecycleException;

    /**
     * Takes one entry out of one family of the sliver; the last one leaves an empty family.
     *
     * @param key the entry's name: login, MAC, device, network or script name
     * @throws LifecycleException as {@link #put}
     */
    void remove(Map<String, String> unit, String section, String key) throws LifecycleException;

    /**
     * The sliver leaves: its scopes and its entries of the slice go, now or as soon as COMET answers.
     *
     * @throws LifecycleException if the map names no sliver, or it could not be kept on disk
     */
    void leave(Map<String, String> unit) throws LifecycleException;

    /**
     * The sliver ended without leave: as {@link #leave}, with the tokens that the journal has.
     *
     * @throws LifecycleException if it could not be kept on disk
     */
    void ended(String sliceId, String reservationId) throws LifecycleException;

    /** What an operator would want to know: names and values, such as {@code journal.owed}; no secret. */
    Map<String, String> health();
}
