package org.orcacomet.orca.logging.internal;

import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import org.orcacomet.orca.spi.LogSink;
import org.orcacomet.orca.spi.LogSink.Level;

/**
 * Where entries go: to the sink, or, while there is none, into a queue for the next one. The queue is bounded: it keeps
 * the oldest entries, which say what went wrong first, and tells the sink how many it could not keep. Safe for use by
 * many threads.
 */
final class Outlet {
    private static final int BOUND = 1_000;

    private final Queue<Entry> waiting = new ArrayDeque<>();
    private int dropped;
    private volatile Optional<LogSink> sink = Optional.empty();

    /** Whether such an entry comes out: as the sink says; without one, what an operator should see is kept for it. */
    boolean isEnabled(Level level, String logger) {
        return sink.map(now -> now.isEnabled(level, logger)).orElse(level.compareTo(Level.INFO) >= 0);
    }

    void write(Entry entry) {
        Optional<LogSink> now = sink;
        if (now.isPresent()) {
            entry.writeTo(now.get());
        } else {
            keep(entry);
        }
    }

    private synchronized void keep(Entry entry) {
        if (sink.isPresent()) {
            entry.writeTo(sink.get());
        } else if (waiting.size() < BOUND) {
            waiting.add(entry);
        } else {
            dropped++;
        }
    }

    /** From now on entries go there, those first that waited. */
    synchronized void open(LogSink next) {
        for (Entry entry = waiting.poll(); entry != null; entry = waiting.poll()) {
            entry.writeTo(next);
        }
        if (dropped > 0) {
            next.log(Level.WARN, Outlet.class.getName(), dropped + " entries of the log could not be kept", null);
        }
        dropped = 0;
        sink = Optional.of(next);
    }

    /** This sink is gone; nothing happens if there is another one already. */
    synchronized void close(LogSink gone) {
        sink = sink.filter(now -> now != gone);
    }
}
