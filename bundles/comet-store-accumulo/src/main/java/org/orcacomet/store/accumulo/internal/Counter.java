package org.orcacomet.store.accumulo.internal;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.orcacomet.api.Revision;

/**
 * What the counter cell of a context holds: its revision, and the ids of its last writes, the latest first. Each write
 * of the context puts a new one, with an id of its own. So no two are ever the same, and what was read after a counter
 * is of that counter's state as long as the counter is still there.
 *
 * <p>Its bytes: the byte 1, the revision, each id, 8 bytes each.
 *
 * @param revision of the context
 * @param ids of its last writes, at most 16
 */
record Counter(Revision revision, List<Long> ids) {
    static final int IDS = 16;
    private static final byte V1 = 1;

    /** A counter that no longer changes. */
    Counter {
        ids = List.copyOf(ids);
        if (ids.isEmpty() || ids.size() > IDS) {
            throw new IllegalArgumentException("a counter has no writes, or too many");
        }
    }

    /** What follows this one, if there is one, by the next write. */
    static Counter after(Optional<Counter> before, Revision revision) {
        Stream<Long> earlier = before.stream().flatMap(counter -> counter.ids.stream());
        Stream<Long> ids = Stream.concat(Stream.of(ThreadLocalRandom.current().nextLong()), earlier);
        return new Counter(revision, ids.limit(IDS).toList());
    }

    /** What follows this one by a write that leaves the revision. */
    Counter renewed() {
        return after(Optional.of(this), revision);
    }

    /** The id of the write that put it. */
    long id() {
        return ids.get(0);
    }

    /** Whether the write that put this one is among the last. */
    boolean remembers(Counter other) {
        return ids.contains(other.id());
    }

    /** Whether it has the id of every write since this one, or, if there was none, since the first. */
    boolean reachesBackTo(Optional<Counter> before) {
        return before.map(this::remembers).orElse(ids.size() < IDS);
    }

    byte[] encode() {
        ByteBuffer bytes =
                ByteBuffer.allocate(1 + Long.BYTES * (1 + ids.size())).put(V1).putLong(revision.number());
        ids.forEach(bytes::putLong);
        return bytes.array();
    }

    /**
     * The counter with these bytes.
     *
     * @throws IllegalArgumentException if they are none's
     */
    static Counter decode(byte[] stored) {
        try {
            ByteBuffer bytes = ByteBuffer.wrap(stored);
            if (bytes.get() != V1) {
                throw new IllegalArgumentException("a counter is of another version");
            }
            Revision revision = Revision.of(bytes.getLong());
            return new Counter(
                    revision,
                    Stream.generate(bytes::getLong)
                            .limit(bytes.remaining() / Long.BYTES)
                            .toList());
        } catch (BufferUnderflowException e) {
            throw new IllegalArgumentException("a counter is cut short", e);
        }
    }
}
