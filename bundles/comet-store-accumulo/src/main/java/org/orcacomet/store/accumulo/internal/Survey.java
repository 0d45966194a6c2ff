package org.orcacomet.store.accumulo.internal;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.accumulo.core.data.Key;
import org.apache.accumulo.core.data.Value;
import org.orcacomet.api.ContextId;
import org.orcacomet.api.Revision;
import org.orcacomet.api.ScopeKey;
import org.orcacomet.store.Listing;
import org.orcacomet.store.RecordFault;
import org.orcacomet.store.ScopeRecord;
import org.orcacomet.store.StoreUnavailable;
import org.orcacomet.store.Verification;

/** What an operator asks of the table: made of cells, one after the other. */
final class Survey {
    private final List<ScopeRecord> records = new ArrayList<>();
    private final List<RecordFault> faults = new ArrayList<>();
    private Optional<Revision> revision = Optional.empty();

    private Survey() {}

    /** The contexts of these counters, at most so many. */
    static List<ContextId> contexts(Iterable<Map.Entry<Key, Value>> counters, int limit) throws StoreUnavailable {
        List<ContextId> contexts = new ArrayList<>();
        Iterator<Map.Entry<Key, Value>> cells = counters.iterator();
        while (contexts.size() < limit && cells.hasNext()) {
            contexts.add(Cells.context(cells.next().getKey()));
        }
        return contexts;
    }

    /** What cannot be read of these cells of a context is its fault, and not the end. */
    static Verification verify(Iterable<Map.Entry<Key, Value>> cells) {
        Survey survey = new Survey();
        cells.forEach(survey::look);
        return Verification.of(new Listing(survey.records, survey.revision), survey.faults);
    }

    private void look(Map.Entry<Key, Value> cell) {
        try {
            if (Cells.isCounter(cell.getKey())) {
                revision = Optional.of(Cells.counter(cell).revision());
            } else {
                records.add(Cells.record(cell));
            }
        } catch (StoreUnavailable damaged) {
            faults.add(fault(cell.getKey()));
        }
    }

    private static RecordFault fault(Key key) {
        if (Cells.isCounter(key)) {
            return RecordFault.ofContext("the context's revision is damaged");
        }
        Optional<ScopeKey> scope = scope(key);
        return new RecordFault(scope, scope.isPresent() ? "the record is damaged" : "a record's name is damaged");
    }

    private static Optional<ScopeKey> scope(Key key) {
        try {
            return Optional.of(Cells.scope(key));
        } catch (StoreUnavailable damaged) {
            return Optional.empty();
        }
    }
}
