package org.orcacomet.store.accumulo.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.accumulo.core.data.Key;
import org.apache.accumulo.core.data.Value;
import org.orcacomet.store.ScopeStore.Visitor;
import org.orcacomet.store.StoreUnavailable;

/**
 * Cells of the table, one after the other.
 *
 * @param cells some of them
 * @param last the last of them, if there are more
 */
record Page(List<Map.Entry<Key, Value>> cells, Optional<Key> last) {
    static final int CELLS = 1_000;
    private static final long BYTES = 4L << 20;

    static Page of(Iterable<Map.Entry<Key, Value>> all) {
        List<Map.Entry<Key, Value>> cells = new ArrayList<>();
        long bytes = 0;
        for (Map.Entry<Key, Value> cell : all) {
            cells.add(cell);
            bytes += cell.getValue().getSize();
            if (cells.size() == CELLS || bytes > BYTES) {
                return new Page(cells, Optional.of(cell.getKey()));
            }
        }
        return new Page(cells, Optional.empty());
    }

    void show(Visitor visitor) throws StoreUnavailable {
        for (Map.Entry<Key, Value> cell : cells) {
            if (Cells.isCounter(cell.getKey())) {
                visitor.visit(Cells.context(cell.getKey()), Cells.counter(cell).revision());
            } else {
                visitor.visit(Cells.record(cell));
            }
        }
    }
}
