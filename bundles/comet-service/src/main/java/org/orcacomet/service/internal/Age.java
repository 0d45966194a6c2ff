package org.orcacomet.service.internal;

import java.time.Duration;
import java.time.Instant;
import org.orcacomet.service.Lifetimes;
import org.orcacomet.store.ScopeRecord;

/**
 * What time does to a record.
 *
 * @param lifetimes how long records live
 * @param now this moment
 */
public record Age(Lifetimes lifetimes, Instant now) {
    /** Whether the record counts as never having been there: it aged out, or its tombstone was kept long enough. */
    public boolean gone(ScopeRecord record) {
        if (record.deleted()) {
            return untouched(record) >= lifetimes.tombstoneKeep().toMillis();
        }
        long expire = lifetimes.recordExpire().toMillis();
        return expire > 0 && untouched(record) - expire >= expire;
    }

    /** Whether a record that is used must be renewed. */
    public boolean due(ScopeRecord record) {
        long expire = lifetimes.recordExpire().toMillis();
        return expire > 0 && !record.deleted() && untouched(record) > expire;
    }

    private long untouched(ScopeRecord record) {
        return Duration.between(record.touched(), now).toMillis();
    }
}
