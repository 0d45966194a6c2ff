package org.orcacomet.orca.am;

import java.time.Duration;

/** How long the calls of {@link SliverScopes} may take. Immutable. */
public final class SliverSettings {
    private static final SliverSettings DEFAULTS =
            new SliverSettings(Duration.ofSeconds(10), Duration.ofSeconds(10), Duration.ofSeconds(2));

    private final Duration join;
    private final Duration modify;
    private final Duration leave;

    private SliverSettings(Duration join, Duration modify, Duration leave) {
        this.join = join;
        this.modify = modify;
        this.leave = leave;
    }

    /** A join and a modify within ten seconds each, and a leave that waits for two. */
    public static SliverSettings defaults() {
        return DEFAULTS;
    }

    /**
     * The same with a join that fails if COMET has not taken the families after this time.
     *
     * @throws IllegalArgumentException if it is not over 0
     */
    public SliverSettings joiningWithin(Duration bound) {
        return new SliverSettings(positive("join.timeout.ms", bound), modify, leave);
    }

    /**
     * The same with a modify that begins no further attempt after this time.
     *
     * @throws IllegalArgumentException if it is not over 0
     */
    public SliverSettings modifyingWithin(Duration bound) {
        return new SliverSettings(join, positive("modify.timeout.ms", bound), leave);
    }

    /**
     * The same with a leave that waits this long for what it owes; the rest happens in the background.
     *
     * @throws IllegalArgumentException if it is under 0
     */
    public SliverSettings leavingWithin(Duration bound) {
        if (bound.isNegative()) {
            throw new IllegalArgumentException("leave.timeout.ms must not be under 0");
        }
        return new SliverSettings(join, modify, bound);
    }

    private static Duration positive(String property, Duration bound) {
        if (bound.isNegative() || bound.isZero()) {
            throw new IllegalArgumentException(property + " must be over 0");
        }
        return bound;
    }

    /** The bound of a join. */
    public Duration join() {
        return join;
    }

    /** The bound of a modify. */
    public Duration modify() {
        return modify;
    }

    /** How long a leave waits. */
    public Duration leave() {
        return leave;
    }
}
