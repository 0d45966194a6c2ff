package org.orcacomet.benchmarks.accumulo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import org.apache.accumulo.core.client.AccumuloClient;
import org.apache.accumulo.core.client.AccumuloException;
import org.apache.accumulo.core.client.AccumuloSecurityException;
import org.apache.accumulo.core.client.ConditionalWriter;
import org.apache.accumulo.core.client.ConditionalWriter.Status;
import org.apache.accumulo.core.client.ConditionalWriterConfig;
import org.apache.accumulo.core.client.IsolatedScanner;
import org.apache.accumulo.core.client.Scanner;
import org.apache.accumulo.core.client.TableExistsException;
import org.apache.accumulo.core.client.TableNotFoundException;
import org.apache.accumulo.core.client.admin.NewTableConfiguration;
import org.apache.accumulo.core.client.admin.TimeType;
import org.apache.accumulo.core.data.Condition;
import org.apache.accumulo.core.data.ConditionalMutation;
import org.apache.accumulo.core.data.Range;
import org.apache.accumulo.core.data.Value;
import org.apache.accumulo.core.security.Authorizations;
import org.apache.hadoop.io.Text;
import org.orcacomet.benchmarks.load.Place;

/**
 * Accumulo's own client, doing what the store asks of Accumulo and no more: one conditional mutation of a row for each
 * write, on the exact bytes of its counter. It knows the counters beforehand, and puts nothing but bytes of the same
 * number.
 */
final class BareScopes implements Scopes {
    private static final String TABLE = "bare";
    private static final Text NO_FAMILY = new Text();
    private static final Text COUNTER = new Text("revision");
    private static final Text FAMILY = new Text("hostsall");
    private static final int COUNTER_BYTES = 8 + 16 * 8;
    private static final String RECORD_HEAD = "h".repeat(120);

    private final AccumuloClient client;
    private final ConditionalWriter writer;
    private final Map<String, Row> rows = new ConcurrentHashMap<>();

    private BareScopes(AccumuloClient client, ConditionalWriter writer) {
        this.client = client;
        this.writer = writer;
    }

    /** On a table of its own, with the settings of the store's. */
    static BareScopes create(AccumuloClient client) throws IOException {
        try {
            client.tableOperations().create(TABLE, new NewTableConfiguration().setTimeType(TimeType.LOGICAL));
            return new BareScopes(client, client.createConditionalWriter(TABLE, new ConditionalWriterConfig()));
        } catch (AccumuloException | AccumuloSecurityException | TableExistsException | TableNotFoundException e) {
            throw new IOException(e);
        }
    }

    @Override
    public void write(Place place, String value) throws IOException {
        rows.computeIfAbsent(place.slice(), Row::new).write(place.machine(), RECORD_HEAD + value);
    }

    @Override
    public int read(Place place) throws IOException {
        try (Scanner scanner = scanner()) {
            scanner.setRange(Range.exact(place.slice(), FAMILY.toString(), place.machine()));
            return bytes(scanner);
        }
    }

    @Override
    public int list(String slice) throws IOException {
        try (Scanner scanner = new IsolatedScanner(scanner())) {
            scanner.setRange(Range.exact(slice));
            scanner.fetchColumnFamily(NO_FAMILY);
            scanner.fetchColumnFamily(FAMILY);
            return bytes(scanner);
        }
    }

    private Scanner scanner() throws IOException {
        try {
            return client.createScanner(TABLE, Authorizations.EMPTY);
        } catch (TableNotFoundException e) {
            throw new IOException(e);
        }
    }

    private static int bytes(Scanner scanner) {
        return scanner.stream().mapToInt(cell -> cell.getValue().getSize()).sum();
    }

    @Override
    public void close() {
        writer.close();
        client.close();
    }

    /** A slice, written by one thread at a time. */
    private final class Row {
        private final String name;
        private String counter;

        Row(String name) {
            this.name = name;
        }

        synchronized void write(String machine, String value) throws IOException {
            String next = new String(random(), StandardCharsets.ISO_8859_1);
            Condition condition = new Condition(NO_FAMILY, COUNTER);
            if (counter != null) {
                condition.setValue(bytes(counter));
            }
            ConditionalMutation mutation = new ConditionalMutation(name, condition);
            mutation.put("", COUNTER.toString(), new Value(bytes(next)));
            mutation.put(FAMILY.toString(), machine, value);
            accept(mutation);
            counter = next;
        }

        private void accept(ConditionalMutation mutation) throws IOException {
            try {
                Status status = writer.write(mutation).getStatus();
                if (status != Status.ACCEPTED) {
                    throw new IOException("a write of bare accumulo was " + status);
                }
            } catch (AccumuloException | AccumuloSecurityException e) {
                throw new IOException(e);
            }
        }

        private static byte[] random() {
            byte[] bytes = new byte[COUNTER_BYTES];
            ThreadLocalRandom.current().nextBytes(bytes);
            return bytes;
        }

        private static byte[] bytes(String text) {
            return text.getBytes(StandardCharsets.ISO_8859_1);
        }
    }
}
