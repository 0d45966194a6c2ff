package org.orcacomet.store.accumulo.oldtable;

import java.io.IOException;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.accumulo.core.client.AccumuloClient;
import org.apache.accumulo.core.client.AccumuloException;
import org.apache.accumulo.core.client.AccumuloSecurityException;
import org.apache.accumulo.core.client.IteratorSetting;
import org.apache.accumulo.core.client.Scanner;
import org.apache.accumulo.core.client.TableExistsException;
import org.apache.accumulo.core.client.TableNotFoundException;
import org.apache.accumulo.core.client.admin.CloneConfiguration;
import org.apache.accumulo.core.client.admin.CompactionConfig;
import org.apache.accumulo.core.data.Key;
import org.apache.accumulo.core.data.Value;
import org.apache.accumulo.core.iterators.user.WholeColumnFamilyIterator;
import org.apache.accumulo.core.security.Authorizations;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A copy of a table, in which whoever may read it sees every cell.
 *
 * <p>A scan shows only cells whose label is among the user's authorizations, and nobody knows all labels: each is a read
 * token. A compaction has no such filter. So the table is cloned, which copies no data, and the clone is compacted by an
 * iterator of Accumulo's own that packs each family of a row, labels and all, into one cell without a label. The table
 * itself, and everybody's authorizations, stay as they are.
 */
final class TableCopy implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(TableCopy.class);
    private static final String SCAN_ITERATORS = "table.iterator.scan.";
    private static final IteratorSetting PACKING =
            new IteratorSetting(Integer.MAX_VALUE, "comet", WholeColumnFamilyIterator.class);

    private static final Duration CLONING = Duration.ofMinutes(10);
    private static final Duration COMPACTION = Duration.ofHours(6);
    private static final Duration ANSWER = Duration.ofMinutes(2);

    private final AccumuloClient client;
    private final PatientCalls calls;
    private final String name;

    private TableCopy(AccumuloClient client, PatientCalls calls, String name) {
        this.client = client;
        this.calls = calls;
        this.name = name;
    }

    /** Copies the table as it is now into one of this name. */
    static TableCopy of(String table, String name, AccumuloClient client, PatientCalls calls) throws OldTableException {
        TableCopy copy = new TableCopy(client, calls, name);
        try {
            calls.makeWithin(CLONING, () -> copy.cloneOf(table));
            // All of a tablet's files become one first, so that nothing is packed twice.
            calls.makeWithin(COMPACTION, () -> copy.compact(List.of()));
            calls.makeWithin(COMPACTION, () -> copy.compact(List.of(PACKING)));
            return copy;
        } catch (OldTableException e) {
            copy.close();
            throw e;
        }
    }

    /** The table's filters for scans stay behind: they would not know what is packed. */
    private void cloneOf(String table)
            throws AccumuloException, AccumuloSecurityException, TableNotFoundException, TableExistsException {
        Set<String> excluded = client.tableOperations().getTableProperties(table).keySet().stream()
                .filter(property -> property.startsWith(SCAN_ITERATORS))
                .collect(Collectors.toSet());
        client.tableOperations()
                .clone(
                        table,
                        name,
                        CloneConfiguration.builder()
                                .setFlush(true)
                                .setPropertiesToExclude(excluded)
                                .build());
    }

    private void compact(List<IteratorSetting> iterators)
            throws AccumuloException, AccumuloSecurityException, TableNotFoundException {
        client.tableOperations()
                .compact(
                        name,
                        new CompactionConfig().setFlush(true).setWait(true).setIterators(iterators));
    }

    /** Shows all cells, in the table's order. */
    void scan(CellVisitor visitor) throws OldTableException, IOException {
        try (Scanner scanner = calls.within(ANSWER, () -> client.createScanner(name, Authorizations.EMPTY))) {
            Iterator<Map.Entry<Key, Value>> families = scanner.iterator();
            Optional<Map<Key, Value>> family = next(families);
            while (family.isPresent()) {
                for (Map.Entry<Key, Value> cell : family.get().entrySet()) {
                    visitor.visit(cell.getKey(), cell.getValue());
                }
                family = next(families);
            }
        }
    }

    private Optional<Map<Key, Value>> next(Iterator<Map.Entry<Key, Value>> families) throws OldTableException {
        return calls.within(
                ANSWER, () -> families.hasNext() ? Optional.of(unpacked(families.next())) : Optional.empty());
    }

    private static Map<Key, Value> unpacked(Map.Entry<Key, Value> family) throws IOException {
        return WholeColumnFamilyIterator.decodeColumnFamily(family.getKey(), family.getValue());
    }

    /** Deletes the copy, if it is there. */
    @Override
    public void close() {
        boolean interrupted = Thread.interrupted();
        try {
            calls.makeWithin(ANSWER, this::delete);
        } catch (OldTableException e) {
            LOG.warn("the table {} is a copy that is left, delete it: {}", name, e.getMessage());
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void delete() throws AccumuloException, AccumuloSecurityException {
        try {
            client.tableOperations().cancelCompaction(name);
            client.tableOperations().delete(name);
        } catch (TableNotFoundException e) {
            LOG.debug("There was no copy to delete");
        }
    }
}
