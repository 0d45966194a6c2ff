package org.orcacomet.store.accumulo.oldtable;

import java.time.Duration;
import java.time.Instant;

/**
 * When an entry is too old to be taken: untouched for twice as long as this, as the service has it.
 *
 * @param now when the table is read
 * @param expire zero: never
 */
record Ageing(Instant now, Duration expire) {
    boolean isOver(Instant touched) {
        return !expire.isZero() && Duration.between(touched, now).minus(expire).compareTo(expire) >= 0;
    }
}
