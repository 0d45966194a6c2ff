package org.orcacomet.audit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Refusals that wait for their lines: so many at once, and a few more each time that all are taken, fewer if their names
 * are long; and a count of the others. Anybody can be refused, and nobody is to fill the disk so.
 */
final class Refusals {
    private static final int MOST = 100;
    private static final int MORE = 10;

    /** The characters of names that a line may have without taking the room of others. */
    private static final int CHARACTERS = 512;

    private final Queue<AuditEntry> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicInteger room = new AtomicInteger(MOST);
    private final AtomicLong others = new AtomicLong();

    void add(AuditEntry refusal) {
        if (room.getAndAdd(-size(refusal)) > 0) {
            waiting.add(refusal);
        } else {
            count(refusal);
        }
    }

    private static int size(AuditEntry refusal) {
        int characters = refusal.author().subject().length() + refusal.change().characters();
        return 1 + characters / CHARACTERS;
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

    /** The same, and a line for the others; there is room for some more. */
    List<AuditEntry> takeAll(Instant now) {
        List<AuditEntry> taken = take();
        long more = others.getAndSet(0);
        if (more > 0) {
            AuditedChange change = AuditedChange.of(AuditedCall.REFUSALS);
            taken.add(new AuditEntry(now, Author.nobody(), change, AuditEntry.Ending.refused(more)));
        }
        room.updateAndGet(left -> Math.min(MOST, Math.max(0, left) + MORE));
        return taken;
    }
}
