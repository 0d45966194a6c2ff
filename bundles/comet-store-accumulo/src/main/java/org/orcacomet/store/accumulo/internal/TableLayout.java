package org.orcacomet.store.accumulo.internal;

import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.apache.accumulo.core.client.admin.NewTableConfiguration;
import org.apache.accumulo.core.client.admin.TimeType;
import org.apache.hadoop.io.Text;
import org.orcacomet.store.accumulo.AccumuloSettings;

/**
 * How the table of the scopes is made: logical times, so that no clock decides which version of a cell is the last; that
 * version alone; what is written is synced; a mark that it is ours.
 */
public final class TableLayout {
    /** The property that says whose a table is, and in which format. */
    public static final String FORMAT_PROPERTY = "table.custom.comet.format";

    static final String FORMAT = "1";
    private static final int HEX = 16;

    /** What the table must have. */
    private static final Map<String, String> REQUIRED = new TreeMap<>(Map.of(
            "table.durability", "sync",
            "table.iterator.scan.vers.opt.maxVersions", "1",
            "table.iterator.minc.vers.opt.maxVersions", "1",
            "table.iterator.majc.vers.opt.maxVersions", "1"));

    private TableLayout() {}

    static NewTableConfiguration of(AccumuloSettings.Table table) {
        NewTableConfiguration layout = new NewTableConfiguration()
                .setTimeType(TimeType.LOGICAL)
                .setProperties(Map.of(FORMAT_PROPERTY, FORMAT, "table.durability", "sync"));
        SortedSet<Text> splits = splits(table.splits());
        return splits.isEmpty() ? layout : layout.withSplits(splits);
    }

    /** Contexts are UUIDs as a rule: so many parts of equal size, by their first two hexadecimal digits. */
    static SortedSet<Text> splits(int tablets) {
        SortedSet<Text> splits = new TreeSet<>();
        IntStream.range(1, tablets)
                .mapToObj(part -> String.format("%02x", part * HEX * HEX / tablets))
                .forEach(digits -> splits.add(new Text(digits)));
        return splits;
    }

    /** The first setting that is not as it must be. */
    static Optional<Map.Entry<String, String>> violated(Map<String, String> settings) {
        return REQUIRED.entrySet().stream()
                .filter(required -> !required.getValue().equals(settings.get(required.getKey())))
                .findFirst();
    }
}
