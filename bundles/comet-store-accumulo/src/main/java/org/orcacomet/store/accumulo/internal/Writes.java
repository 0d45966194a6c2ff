package org.orcacomet.store.accumulo.internal;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.orcacomet.api.ContextId;
import org.orcacomet.api.Revision;
import org.orcacomet.api.ScopeKey;
import org.orcacomet.store.Change;
import org.orcacomet.store.ChangeSet;
import org.orcacomet.store.Listing;
import org.orcacomet.store.ScopeRecord;
import org.orcacomet.store.StoreUnavailable;

/**
 * What is written: each write is decided on a counter and what was read after it, and happens only if the counter is
 * still there.
 */
public final class Writes {
    private final Connection connection;
    private final Views views = new Views();

    /** Writes where this connection leads. */
    public Writes(Connection connection) {
        this.connection = connection;
    }

    /** A record. Where there is a view of its context, what is read is noted for the write that may follow. */
    public Optional<ScopeRecord> read(ScopeKey key) throws StoreUnavailable {
        Optional<View> before = views.of(key.context());
        Optional<ScopeRecord> read = connection.session().read(key);
        before.ifPresent(view -> views.note(key.context(), before, view.holding(key, read.map(ScopeRecord::revision))));
        return read;
    }

    private Snapshot look(ContextId context, Collection<ScopeKey> keys) throws StoreUnavailable {
        Optional<View> before = views.of(context);
        Snapshot read = connection.session().read(context, keys);
        views.note(context, before, View.of(read, keys));
        return read;
    }

    /** Makes the changes, if all their records are what was seen; only what is there now can say that they are not. */
    public Applied apply(ChangeSet set, Deadline deadline) throws StoreUnavailable {
        Optional<View> known = views.of(set.context()).filter(view -> view.agreesWith(set.changes()));
        if (known.isPresent()) {
            Write write = write(set, known.get().counter());
            if (happened(write, known.get(), deadline)) {
                return Applied.at(write.next().revision());
            }
        }
        List<ScopeKey> keys = set.changes().stream().map(Change::key).toList();
        Decided decided = decide(set.context(), keys, read -> write(set, read), deadline);
        return decided.write()
                .map(write -> Applied.at(write.next().revision()))
                .orElseGet(() -> Applied.not(changed(set, decided.on()).orElseThrow()));
    }

    private static Optional<Write> write(ChangeSet set, Snapshot read) {
        return changed(set, read).isPresent() ? Optional.empty() : Optional.of(write(set, read.counter()));
    }

    private static Optional<ScopeKey> changed(ChangeSet set, Snapshot read) {
        return set.changes().stream()
                .filter(change -> !change.holds(read.find(change.key())))
                .map(Change::key)
                .findFirst();
    }

    private static Write write(ChangeSet set, Optional<Counter> counter) {
        Revision next = Revision.of(counter.map(c -> c.revision().number()).orElse(0L) + 1);
        List<ScopeRecord> records =
                set.changes().stream().map(change -> change.toRecord(next)).toList();
        return new Write(set.context(), counter, Counter.after(counter, next), records, List.of());
    }

    /** Renews the record, if it is what was seen. */
    public boolean touch(ScopeRecord seen, Instant at, Deadline deadline) throws StoreUnavailable {
        return replace(seen, List.of(seen.touchedAt(at)), List.of(), deadline);
    }

    /** Takes the record away, if it is what was seen. */
    public boolean forget(ScopeRecord seen, Deadline deadline) throws StoreUnavailable {
        return replace(seen, List.of(), List.of(seen.key()), deadline);
    }

    private boolean replace(ScopeRecord seen, List<ScopeRecord> puts, List<ScopeKey> deletes, Deadline deadline)
            throws StoreUnavailable {
        ContextId context = seen.key().context();
        Function<Snapshot, Optional<Write>> ifSeen = read -> read.find(seen.key())
                .filter(seen::equals)
                .flatMap(same -> read.counter())
                .map(counter -> new Write(context, read.counter(), counter.renewed(), puts, deletes));
        return decide(context, List.of(seen.key()), ifSeen, deadline).write().isPresent();
    }

    /** Takes the records that are newer than what is here; how many. */
    public int restore(ContextId context, Listing from, Deadline deadline) throws StoreUnavailable {
        List<ScopeKey> keys = from.records().stream().map(ScopeRecord::key).toList();
        return decide(context, keys, read -> restoration(context, from, read), deadline)
                .write()
                .map(write -> write.puts().size())
                .orElse(0);
    }

    private static Optional<Write> restoration(ContextId context, Listing from, Snapshot read) {
        List<ScopeRecord> newer = from.records().stream()
                .filter(record -> record.supersedes(read.find(record.key())))
                .toList();
        Optional<Revision> reached = from.reach(read.revision());
        return reached.filter(revision -> !newer.isEmpty() || !reached.equals(read.revision()))
                .map(revision ->
                        new Write(context, read.counter(), Counter.after(read.counter(), revision), newer, List.of()));
    }

    /** Reads and decides until what was decided has happened, or it is decided that nothing is to happen. */
    private Decided decide(
            ContextId context,
            Collection<ScopeKey> keys,
            Function<Snapshot, Optional<Write>> decision,
            Deadline deadline)
            throws StoreUnavailable {
        while (true) {
            Snapshot read = look(context, keys);
            Optional<Write> write = decision.apply(read);
            if (write.isEmpty() || happened(write.get(), views.with(context, View.of(read, keys)), deadline)) {
                return new Decided(write, read);
            }
            Pause.shortly(deadline);
        }
    }

    private boolean happened(Write write, View view, Deadline deadline) throws StoreUnavailable {
        boolean happened = false;
        try {
            happened = new Settlement(connection.session().row(write.context()), write, deadline).happened();
            return happened;
        } finally {
            if (happened) {
                views.put(write.context(), view.after(write));
            } else {
                views.drop(write.context());
            }
        }
    }

    /** What was decided in the end, and on what; without a write if nothing was to happen. */
    private record Decided(Optional<Write> write, Snapshot on) {}
}
