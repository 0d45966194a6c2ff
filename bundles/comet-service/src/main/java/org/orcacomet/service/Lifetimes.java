package org.orcacomet.service;

import java.time.Duration;

/**
 * How long records live.
 *
 * @param recordExpire a scope that nobody touched for twice this long is gone; zero: never
 * @param tombstoneKeep how long it is known of a deleted scope that it was there
 */
public record Lifetimes(Duration recordExpire, Duration tombstoneKeep) {
    /**
     * These lifetimes.
     *
     * @throws IllegalArgumentException if one is negative
     */
    public Lifetimes {
        require(!recordExpire.isNegative(), "record.expire.ms");
        require(!tombstoneKeep.isNegative(), "tombstone.keep.ms");
    }

    private static void require(boolean holds, String property) {
        if (!holds) {
            throw new IllegalArgumentException(property + " is negative: set it to 0 or more milliseconds");
        }
    }
}
