package org.orcacomet.accumulo.cluster;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.accumulo.core.client.AccumuloClient;
import org.apache.accumulo.core.client.AccumuloException;
import org.apache.accumulo.core.client.AccumuloSecurityException;
import org.apache.accumulo.core.client.BatchWriter;
import org.apache.accumulo.core.client.TableExistsException;
import org.apache.accumulo.core.client.TableNotFoundException;
import org.apache.accumulo.core.data.Mutation;
import org.apache.accumulo.core.security.ColumnVisibility;

/** A cell that somebody else would have written, on its way through a line: {@code put} and its parts in Base64. */
final class CellToWrite {
    /** What such a line begins with. */
    static final String WORD = "put ";

    private static final int ROW = 0;
    private static final int FAMILY = 1;
    private static final int QUALIFIER = 2;
    private static final int VISIBILITY = 3;
    private static final int VALUE = 4;

    private final String table;
    private final List<byte[]> parts;

    private CellToWrite(String table, List<byte[]> parts) {
        this.table = table;
        this.parts = parts;
    }

    /** The line that writes to this table: row, family, qualifier, visibility, value. */
    static String line(String table, byte[] value, String... name) {
        Stream<byte[]> names = Arrays.stream(name).map(part -> part.getBytes(StandardCharsets.UTF_8));
        return WORD + table + " "
                + Stream.concat(names, Stream.of(value))
                        .map(Base64.getEncoder()::encodeToString)
                        .collect(Collectors.joining(" "));
    }

    static CellToWrite parse(String line) {
        String[] words = line.substring(WORD.length()).split(" ", -1);
        return new CellToWrite(
                words[0],
                Arrays.stream(words).skip(1).map(Base64.getDecoder()::decode).toList());
    }

    /** Writes it; a table that is not there is made. */
    void write(AccumuloClient client)
            throws AccumuloException, AccumuloSecurityException, TableNotFoundException, TableExistsException {
        if (!client.tableOperations().exists(table)) {
            client.tableOperations().create(table);
        }
        Mutation mutation = new Mutation(parts.get(ROW));
        mutation.at()
                .family(parts.get(FAMILY))
                .qualifier(parts.get(QUALIFIER))
                .visibility(new ColumnVisibility(parts.get(VISIBILITY)))
                .put(parts.get(VALUE));
        try (BatchWriter writer = client.createBatchWriter(table)) {
            writer.addMutation(mutation);
        }
    }
}
