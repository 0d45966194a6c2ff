package org.orcacomet.store.accumulo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orcacomet.store.testkit.Samples.alone;
import static org.orcacomet.store.testkit.Samples.creation;
import static org.orcacomet.store.testkit.Samples.key;
import static org.orcacomet.store.testkit.Samples.modification;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.orcacomet.api.ScopeKey;
import org.orcacomet.store.Change;
import org.orcacomet.store.ScopeRecord;
import org.orcacomet.store.StoreConflict;
import org.orcacomet.store.StoreUnavailable;

/**
 * Counts up in a context of its own, and looks up what became of a count that was not acknowledged. Each count is one
 * revision: what was lost, or happened twice, would show.
 */
final class CountingWriter implements Runnable {
    private final AccumuloScopeStore store;
    private final ScopeKey key;
    private volatile boolean stopped;
    private volatile long acknowledged;
    private final AtomicLong faults = new AtomicLong();
    private volatile long afterFault;
    /** Whether a change was given up that may happen yet, between a look and the change that follows it. */
    private boolean doubtful;

    CountingWriter(AccumuloScopeStore store, int number) {
        this.store = store;
        this.key = key("writer-" + number, "users", "vm1");
    }

    @Override
    public void run() {
        while (!stopped) {
            count();
        }
    }

    private void count() {
        try {
            Optional<ScopeRecord> seen = store.read(key);
            long before = seen.map(record -> record.revision().number()).orElse(0L);
            assertThat(before).isGreaterThanOrEqualTo(acknowledged);
            String text = Long.toString(before + 1);
            Change change = seen.map(record -> modification(record, text)).orElseGet(() -> creation(key, text));
            assertThat(store.apply(alone(change)).number()).isEqualTo(before + 1);
            acknowledged = before + 1;
            afterFault = faults.get();
            doubtful = false;
        } catch (StoreUnavailable e) {
            faults.incrementAndGet();
            doubtful = true;
        } catch (StoreConflict e) {
            if (!doubtful) {
                throw new AssertionError("nobody else writes here", e);
            }
            doubtful = false;
        }
    }

    long acknowledged() {
        return acknowledged;
    }

    boolean wroteAfterAFault() {
        return afterFault > 0 && afterFault == faults.get();
    }

    void stop() {
        stopped = true;
    }

    /** The record, which is the last that was acknowledged, or one of unknown end after it, and says so itself. */
    ScopeRecord check() throws StoreUnavailable {
        ScopeRecord last = store.read(key).orElseThrow();
        assertThat(last.revision().number()).isBetween(acknowledged, acknowledged + 1);
        assertThat(last.value().orElseThrow().text()).contains(last.revision().toString());
        return last;
    }
}
