package org.orcacomet.service.admin;

import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import org.orcacomet.api.ContextId;
import org.orcacomet.api.Reading;
import org.orcacomet.api.Revision;
import org.orcacomet.service.internal.Age;
import org.orcacomet.store.ScopeRecord;
import org.orcacomet.store.ScopeStore;

/** Counts what a scan shows. For one thread. */
final class Tally implements ScopeStore.Visitor {
    private final Age age;
    private final Map<Reading.State, Long> states = new EnumMap<>(Reading.State.class);
    private final TreeMap<String, Long> families = new TreeMap<>();
    private long contexts;
    private long bytes;

    Tally(Age age) {
        this.age = age;
    }

    @Override
    public void visit(ContextId context, Revision revision) {
        contexts++;
    }

    @Override
    public void visit(ScopeRecord record) {
        if (age.gone(record)) {
            return;
        }
        states.merge(Survey.state(record), 1L, Long::sum);
        bytes += Survey.bytes(record);
        if (!record.deleted()) {
            families.merge(record.key().family().toString(), 1L, Long::sum);
        }
    }

    Stats stats() {
        Counts counts =
                new Counts(count(Reading.State.PRESENT), count(Reading.State.NULL), count(Reading.State.DELETED));
        return new Stats(contexts, counts, bytes, families);
    }

    private long count(Reading.State state) {
        return states.getOrDefault(state, 0L);
    }
}
