package org.orcacomet.audit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** Refusals that wait for their lines: so many between two times that all are taken, and a count of the others. */
final class Refusals {
    private static final int MOST = 100;

    private final Queue<AuditEntry> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicInteger room = new AtomicInteger(MOST);
    private final AtomicLong others = new AtomicLong();

    void add(AuditEntry refusal) {
        if (room.getAndDecrement() > 0) {
            waiting.add(refusal);
        } else {
            count(refusal);
        }
    }

    /** One that gets no line of its own. */
    void count(AuditEntry refusal) {
        others.addAndGet(refusal.ending().count());
    }

    /** Those that wait. */
    List<AuditEntry> take() {
        List<AuditEntry> taken = new ArrayList<>();
        for (AuditEntry entry = waiting.poll(); entry != null; entry = waiting.poll()) {
            taken.add(entry);
        }
        return taken;
    }

    /** The same, and a line for the others; there is room again for so many. */
    List<AuditEntry> takeAll(Instant now) {
        List<AuditEntry> taken = take();
        long more = others.getAndSet(0);
        if (more > 0) {
            AuditedChange change = AuditedChange.of(AuditedCall.REFUSALS);
            taken.add(new AuditEntry(now, Author.nobody(), change, AuditEntry.Ending.refused(more)));
        }
        room.set(MOST);
        return taken;
    }
}
