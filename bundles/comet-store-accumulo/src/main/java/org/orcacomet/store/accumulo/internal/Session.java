package org.orcacomet.store.accumulo.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.apache.accumulo.core.client.AccumuloClient;
import org.apache.accumulo.core.client.AccumuloException;
import org.apache.accumulo.core.client.AccumuloSecurityException;
import org.apache.accumulo.core.client.ConditionalWriter;
import org.apache.accumulo.core.client.ConditionalWriterConfig;
import org.apache.accumulo.core.client.Durability;
import org.apache.accumulo.core.client.IsolatedScanner;
import org.apache.accumulo.core.client.Scanner;
import org.apache.accumulo.core.client.TableNotFoundException;
import org.apache.accumulo.core.data.ConditionalMutation;
import org.apache.accumulo.core.data.Key;
import org.apache.accumulo.core.data.Range;
import org.apache.accumulo.core.data.Value;
import org.apache.accumulo.core.security.Authorizations;
import org.orcacomet.api.ContextId;
import org.orcacomet.api.Family;
import org.orcacomet.api.Revision;
import org.orcacomet.api.ScopeKey;
import org.orcacomet.store.Listing;
import org.orcacomet.store.ScopeRecord;
import org.orcacomet.store.StoreUnavailable;
import org.orcacomet.store.Verification;
import org.orcacomet.store.accumulo.AccumuloSettings;

/** The table of an Accumulo that has answered. Its calls may wait for ever; {@link Calls} bounds them. */
final class Session implements AutoCloseable {
    /** Few: the mutations that wait for one of them are sent together. */
    private static final int WRITE_THREADS = 3;

    /** From so many scopes on, all of the row is read. */
    private static final int WHOLE_ROW = 100;

    private final AccumuloClient client;
    private final String table;
    private final ConditionalWriter writer;

    Session(AccumuloClient client, AccumuloSettings settings) throws TableNotFoundException {
        this.client = client;
        this.table = settings.table().name();
        this.writer = client.createConditionalWriter(
                table,
                new ConditionalWriterConfig()
                        .setDurability(Durability.SYNC)
                        .setMaxWriteThreads(WRITE_THREADS)
                        .setTimeout(settings.calls().timeout().toMillis(), TimeUnit.MILLISECONDS));
    }

    Row row(ContextId context) {
        return new Row() {
            @Override
            public Outcome send(Write write) throws StoreUnavailable {
                return Session.this.send(Cells.mutation(write));
            }

            @Override
            public Optional<Counter> counter() throws StoreUnavailable {
                return read(context, List.of()).counter();
            }
        };
    }

    /** Returns if a tablet, another one each time, takes writes; nothing is written. */
    void probe() throws StoreUnavailable {
        String row = Integer.toHexString(ThreadLocalRandom.current().nextInt());
        if (send(Cells.impossible(row)) != Outcome.REJECTED) {
            throw new StoreUnavailable("Accumulo does not take writes");
        }
    }

    private Outcome send(ConditionalMutation mutation) throws StoreUnavailable {
        try {
            return outcome(writer.write(mutation).getStatus());
        } catch (AccumuloSecurityException e) {
            throw Failures.unavailable(e);
        } catch (AccumuloException e) {
            return Outcome.UNKNOWN;
        }
    }

    private static Outcome outcome(ConditionalWriter.Status status) throws StoreUnavailable {
        return switch (status) {
            case ACCEPTED -> Outcome.ACCEPTED;
            case REJECTED -> Outcome.REJECTED;
            case UNKNOWN -> Outcome.UNKNOWN;
            case VIOLATED, INVISIBLE_VISIBILITY ->
                throw new StoreUnavailable("Accumulo refuses the change: the table has a constraint that is not ours");
        };
    }

    /** One record. */
    Optional<ScopeRecord> read(ScopeKey key) throws StoreUnavailable {
        try (Scanner scanner = scanner()) {
            scanner.setRange(Cells.exact(key));
            return snapshot(scanner).find(key);
        }
    }

    /**
     * The counter, and these scopes' records, which are read with it or after it, as its cell comes first in its row.
     * One scan with columns to be looked for is several times cheaper than a batch scanner.
     */
    Snapshot read(ContextId context, Collection<ScopeKey> keys) throws StoreUnavailable {
        try (Scanner scanner = scanner()) {
            scanner.setRange(keys.isEmpty() ? Cells.counter(context) : Cells.row(context));
            if (keys.size() < WHOLE_ROW) {
                Cells.fetch(scanner, keys);
            }
            return snapshot(scanner);
        }
    }

    private static Snapshot snapshot(Iterable<Map.Entry<Key, Value>> cells) throws StoreUnavailable {
        Optional<Counter> counter = Optional.empty();
        Map<ScopeKey, ScopeRecord> records = new HashMap<>();
        for (Map.Entry<Key, Value> cell : cells) {
            if (Cells.isCounter(cell.getKey())) {
                counter = Optional.of(Cells.counter(cell));
            } else {
                ScopeRecord record = Cells.record(cell);
                records.put(record.key(), record);
            }
        }
        return new Snapshot(counter, records);
    }

    /** The records of a context, or of one family of it, at one moment. */
    Listing list(ContextId context, Optional<Family> family) throws StoreUnavailable {
        try (Scanner scanner = new IsolatedScanner(scanner())) {
            scanner.setRange(Cells.row(context));
            family.ifPresent(wanted -> {
                scanner.fetchColumnFamily(Cells.COUNTER_FAMILY);
                scanner.fetchColumnFamily(Cells.text(wanted));
            });
            return listing(scanner);
        }
    }

    private static Listing listing(Scanner scanner) throws StoreUnavailable {
        Optional<Revision> revision = Optional.empty();
        List<ScopeRecord> records = new ArrayList<>();
        for (Map.Entry<Key, Value> cell : scanner) {
            if (Cells.isCounter(cell.getKey())) {
                revision = Optional.of(Cells.counter(cell).revision());
            } else {
                records.add(Cells.record(cell));
            }
        }
        return new Listing(records, revision);
    }

    /** The next contexts that have a counter: their counters' cells alone are read. */
    List<ContextId> contexts(Optional<ContextId> after, int limit) throws StoreUnavailable {
        try (Scanner scanner = scanner()) {
            scanner.setRange(Cells.rowsAfter(after));
            Cells.fetch(scanner, List.of());
            scanner.setBatchSize(limit);
            return Survey.contexts(scanner, limit);
        }
    }

    /** Looks at each cell of a context. */
    Verification verify(ContextId context) throws StoreUnavailable {
        try (Scanner scanner = new IsolatedScanner(scanner())) {
            scanner.setRange(Cells.row(context));
            return Survey.verify(scanner);
        }
    }

    /** What comes after this cell, or from the beginning, until it is enough for one call. */
    Page page(Optional<Key> after) throws StoreUnavailable {
        try (Scanner scanner = scanner()) {
            scanner.setRange(new Range(after.orElse(null), false, null, true));
            scanner.setBatchSize(Page.CELLS);
            return Page.of(scanner);
        }
    }

    private Scanner scanner() throws StoreUnavailable {
        try {
            return client.createScanner(table, Authorizations.EMPTY);
        } catch (TableNotFoundException e) {
            throw Failures.unavailable(e);
        }
    }

    @Override
    public void close() {
        writer.close();
        client.close();
    }
}
