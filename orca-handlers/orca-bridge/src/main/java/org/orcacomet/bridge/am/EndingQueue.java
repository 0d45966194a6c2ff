package org.orcacomet.bridge.am;

import java.time.Duration;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The endings that are still to be dealt with, each once, and those that were lately. Of both it keeps a bounded
 * number. What is still to be dealt with is noted, so that it outlives the process. Nothing here
 * waits for anything but this queue's own short lock, {@link #next} apart.
 */
final class EndingQueue {
    private final int capacity;
    private final EndingNotes notes;
    private final Set<Ending> waiting = new LinkedHashSet<>();
    private final Set<Ending> failed = new LinkedHashSet<>();
    private final Set<Ending> done;
    private long lost;

    /** A queue that begins with what is noted, and keeps the notes. */
    EndingQueue(int capacity, EndingNotes notes) {
        this.capacity = capacity;
        this.notes = notes;
        this.waiting.addAll(notes.left());
        this.done = Collections.newSetFromMap(new LinkedHashMap<Ending, Boolean>() {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<Ending, Boolean> eldest) {
                return size() > capacity;
            }
        });
    }

    /** Adds an ending, unless it is there or was dealt with; if there is no room it is counted as lost. */
    synchronized void add(Ending ending) {
        if (done.contains(ending) || failed.contains(ending)) {
            return;
        }
        if (waiting.size() + failed.size() >= capacity) {
            lost++;
            return;
        }
        notes.note(ending);
        waiting.add(ending);
        notifyAll();
    }

    /** The oldest ending, which stays here until it is {@link #done} or {@link #failed}; waits for one up to the bound. */
    synchronized Optional<Ending> next(Duration bound) throws InterruptedException {
        long end = System.nanoTime() + bound.toNanos();
        for (long left = bound.toMillis(); waiting.isEmpty() && left > 0; ) {
            wait(left);
            left = (end - System.nanoTime()) / 1_000_000;
        }
        Iterator<Ending> oldest = waiting.iterator();
        return oldest.hasNext() ? Optional.of(oldest.next()) : Optional.empty();
    }

    /** It was dealt with. */
    synchronized void done(Ending ending) {
        waiting.remove(ending);
        notes.erase(ending);
        done.add(ending);
    }

    /** It could not be dealt with, and is to wait for {@link #retry}. */
    synchronized void failed(Ending ending) {
        waiting.remove(ending);
        failed.add(ending);
    }

    /** What failed waits like all else again. */
    synchronized void retry() {
        waiting.addAll(failed);
        failed.clear();
    }

    /** How many there was no room for since this was asked last. */
    synchronized long lost() {
        long now = lost;
        lost = 0;
        return now;
    }
}
