package org.orcacomet.store.accumulo.internal;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.apache.accumulo.core.client.ScannerBase;
import org.apache.accumulo.core.data.Condition;
import org.apache.accumulo.core.data.ConditionalMutation;
import org.apache.accumulo.core.data.Key;
import org.apache.accumulo.core.data.Range;
import org.apache.accumulo.core.data.Value;
import org.apache.hadoop.io.Text;
import org.orcacomet.api.ContextId;
import org.orcacomet.api.EntryKey;
import org.orcacomet.api.Family;
import org.orcacomet.api.ScopeKey;
import org.orcacomet.store.RecordCodec;
import org.orcacomet.store.ScopeRecord;
import org.orcacomet.store.StoreUnavailable;

/** Names and records as cells: the row is the context, the column family the family, the qualifier the key. */
final class Cells {
    /** The family of the counter: no scope has it, and it comes before all others. */
    static final Text COUNTER_FAMILY = new Text();

    private static final Text COUNTER = new Text("revision");

    private Cells() {}

    static Text text(Object name) {
        return new Text(name.toString().getBytes(StandardCharsets.UTF_8));
    }

    static Range counter(ContextId context) {
        return Range.exact(text(context), COUNTER_FAMILY, COUNTER);
    }

    static Range exact(ScopeKey key) {
        return Range.exact(text(key.context()), text(key.family()), text(key.key()));
    }

    static Range row(ContextId context) {
        return Range.exact(text(context));
    }

    /** All rows after that of this context, or all. */
    static Range rowsAfter(Optional<ContextId> context) {
        return new Range(context.map(Cells::text).orElse(null), false, null, true);
    }

    /** Has the scanner look for the counter and these scopes alone. */
    static void fetch(ScannerBase scanner, Collection<ScopeKey> keys) {
        scanner.fetchColumn(COUNTER_FAMILY, COUNTER);
        keys.forEach(key -> scanner.fetchColumn(text(key.family()), text(key.key())));
    }

    static boolean isCounter(Key key) {
        return key.getColumnFamilyData().length() == 0;
    }

    static ContextId context(Key key) throws StoreUnavailable {
        try {
            return ContextId.parse(key.getRow().toString());
        } catch (IllegalArgumentException e) {
            throw new StoreUnavailable("the store is damaged: a row's name is no context's", e);
        }
    }

    static Counter counter(Map.Entry<Key, Value> cell) throws StoreUnavailable {
        try {
            return Counter.decode(cell.getValue().get());
        } catch (IllegalArgumentException e) {
            throw new StoreUnavailable("the store is damaged at the counter of " + context(cell.getKey()), e);
        }
    }

    static ScopeRecord record(Map.Entry<Key, Value> cell) throws StoreUnavailable {
        ScopeKey key = scope(cell.getKey());
        try {
            return RecordCodec.decode(key, cell.getValue().get());
        } catch (IllegalArgumentException e) {
            throw new StoreUnavailable("the store is damaged at " + key, e);
        }
    }

    static ScopeKey scope(Key key) throws StoreUnavailable {
        ContextId context = context(key);
        try {
            Family family = Family.parse(key.getColumnFamily().toString());
            return ScopeKey.of(
                    context, family, EntryKey.parse(key.getColumnQualifier().toString()));
        } catch (IllegalArgumentException e) {
            throw new StoreUnavailable("the store is damaged: a column of " + context + " is no scope's", e);
        }
    }

    static ConditionalMutation mutation(Write write) {
        Condition condition = new Condition(COUNTER_FAMILY, COUNTER);
        write.expected().ifPresent(counter -> condition.setValue(counter.encode()));
        ConditionalMutation mutation = new ConditionalMutation(text(write.context()), condition);
        mutation.put(COUNTER_FAMILY, COUNTER, new Value(write.next().encode()));
        for (ScopeRecord record : write.puts()) {
            ScopeKey key = record.key();
            mutation.put(text(key.family()), text(key.key()), new Value(RecordCodec.encode(record)));
        }
        write.deletes().forEach(key -> mutation.putDelete(text(key.family()), text(key.key())));
        return mutation;
    }

    /** A mutation that never happens: no counter is like the one that it expects. */
    static ConditionalMutation impossible(String row) {
        Condition condition = new Condition(COUNTER_FAMILY, COUNTER).setValue(new byte[1]);
        ConditionalMutation mutation = new ConditionalMutation(new Text(row), condition);
        mutation.put(COUNTER_FAMILY, COUNTER, new Value());
        return mutation;
    }
}
