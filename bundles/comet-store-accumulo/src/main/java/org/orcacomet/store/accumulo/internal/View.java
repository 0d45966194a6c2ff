package org.orcacomet.store.accumulo.internal;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.orcacomet.api.Revision;
import org.orcacomet.api.ScopeKey;
import org.orcacomet.store.Change;

/**
 * What is known of a context as long as it has this counter.
 *
 * @param counter of the context
 * @param revisions of some of its records; empty where there is none
 */
record View(Optional<Counter> counter, Map<ScopeKey, Optional<Revision>> revisions) {
    private static final int MAX = 1_000;

    /** The view of these scopes, as they were read. */
    static View of(Snapshot read, Collection<ScopeKey> keys) {
        Map<ScopeKey, Optional<Revision>> revisions = new HashMap<>();
        keys.forEach(key -> revisions.put(key, read.find(key).map(r -> r.revision())));
        return new View(read.counter(), revisions);
    }

    /** The view of this record alone, as it was read while this one was there. */
    View holding(ScopeKey key, Optional<Revision> revision) {
        return new View(counter, Map.of(key, revision));
    }

    /** Whether both know a record, and not the same of it: then their counter is gone, if they have the same. */
    boolean contradicts(View other) {
        return other.revisions.entrySet().stream().anyMatch(known -> {
            Optional<Revision> own = revisions.get(known.getKey());
            return own != null && !own.equals(known.getValue());
        });
    }

    /** Whether it knows all these changes' records, and they are what was seen. */
    boolean agreesWith(List<Change> changes) {
        return changes.stream().allMatch(change -> change.seen().equals(revisions.get(change.key())));
    }

    /** Both together, if they are of the same counter; otherwise the other one. */
    View with(View other) {
        return counter.equals(other.counter) ? plus(other.counter, other.revisions) : other;
    }

    /** The view after a write that has put this counter. */
    View after(Write write) {
        Map<ScopeKey, Optional<Revision>> changed = new HashMap<>();
        write.puts().forEach(record -> changed.put(record.key(), Optional.of(record.revision())));
        write.deletes().forEach(key -> changed.put(key, Optional.empty()));
        return plus(Optional.of(write.next()), changed);
    }

    private View plus(Optional<Counter> now, Map<ScopeKey, Optional<Revision>> changed) {
        if (revisions.size() + changed.size() > MAX) {
            return new View(now, changed);
        }
        Map<ScopeKey, Optional<Revision>> all = new HashMap<>(revisions);
        all.putAll(changed);
        return new View(now, all);
    }
}
