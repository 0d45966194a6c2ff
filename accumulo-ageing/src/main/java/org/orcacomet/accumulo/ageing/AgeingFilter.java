package org.orcacomet.accumulo.ageing;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.apache.accumulo.core.data.Key;
import org.apache.accumulo.core.data.Value;
import org.apache.accumulo.core.iterators.Filter;
import org.apache.accumulo.core.iterators.IteratorEnvironment;
import org.apache.accumulo.core.iterators.IteratorUtil.IteratorScope;
import org.apache.accumulo.core.iterators.SortedKeyValueIterator;

/**
 * Drops the records and the tombstones of COMET that nobody has touched for the time of their kind. What it does not
 * understand it keeps. It drops only where all versions of a cell come by, in scans and in compactions of all files of
 * a tablet: elsewhere the version before a dropped one would be there again.
 */
public final class AgeingFilter extends Filter {
    /** The option with a record's time in milliseconds; 0 or absent: never. */
    public static final String RECORDS = "records.ms";

    /** The option with a tombstone's time in milliseconds; 0 or absent: never. */
    public static final String TOMBSTONES = "tombstones.ms";

    private static final long NEVER = Long.MIN_VALUE;

    private long recordsSince = NEVER;
    private long tombstonesSince = NEVER;

    @Override
    public void init(
            SortedKeyValueIterator<Key, Value> source, Map<String, String> options, IteratorEnvironment environment)
            throws IOException {
        super.init(source, options, environment);
        validateOptions(options);
        if (seesAllVersions(environment)) {
            long now = System.currentTimeMillis();
            recordsSince = since(now, time(options, RECORDS));
            tombstonesSince = since(now, time(options, TOMBSTONES));
        }
    }

    private static boolean seesAllVersions(IteratorEnvironment environment) {
        IteratorScope scope = environment.getIteratorScope();
        return scope == IteratorScope.scan || scope == IteratorScope.majc && environment.isFullMajorCompaction();
    }

    private static long since(long now, long time) {
        return time == 0 ? NEVER : now - time;
    }

    @Override
    public SortedKeyValueIterator<Key, Value> deepCopy(IteratorEnvironment environment) {
        AgeingFilter copy = (AgeingFilter) super.deepCopy(environment);
        copy.recordsSince = recordsSince;
        copy.tombstonesSince = tombstonesSince;
        return copy;
    }

    @Override
    public boolean accept(Key key, Value value) {
        if (key.getColumnFamilyData().length() == 0) {
            // The context's counter.
            return true;
        }
        Optional<StoredAge> stored = StoredAge.of(value.get());
        return stored.isEmpty() || stored.get().touched() >= since(stored.get());
    }

    private long since(StoredAge stored) {
        return stored.isTombstone() ? tombstonesSince : recordsSince;
    }

    @Override
    public IteratorOptions describeOptions() {
        IteratorOptions options = super.describeOptions();
        options.setName("ageing");
        options.setDescription("Drops COMET's records and tombstones that nobody has touched for a time");
        options.getNamedOptions().remove(NEGATE);
        options.addNamedOption(RECORDS, "a record's time in milliseconds; 0: never");
        options.addNamedOption(TOMBSTONES, "a tombstone's time in milliseconds; 0: never");
        return options;
    }

    @Override
    public boolean validateOptions(Map<String, String> options) {
        if (options.containsKey(NEGATE)) {
            throw new IllegalArgumentException("the ageing filter cannot be negated");
        }
        return super.validateOptions(options) && time(options, RECORDS) >= 0 && time(options, TOMBSTONES) >= 0;
    }

    private static long time(Map<String, String> options, String option) {
        String text = options.getOrDefault(option, "0");
        if (!text.matches("\\d{1,18}")) {
            throw new IllegalArgumentException(option + " of the ageing filter must be a number of milliseconds");
        }
        return Long.parseLong(text);
    }
}
