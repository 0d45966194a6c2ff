package org.orcacomet.store.accumulo.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.orcacomet.store.accumulo.AccumuloSettings;

/**
 * The properties of a table that attach the ageing filter to it. It sees what the VersioningIterator, whose place is 20,
 * has left. It has nothing to do in a minor compaction, which sees the newest cells alone.
 */
final class FilterProperties {
    /** What tablet servers load, from a jar that they must have. */
    static final String CLASS = "org.orcacomet.accumulo.ageing.AgeingFilter";

    private static final int PLACE = 30;
    private static final List<String> SCOPES = List.of("scan", "majc");
    private static final Pattern OURS = Pattern.compile("table\\.iterator\\.(scan|minc|majc)\\.ageing(\\.opt\\..*)?");

    private FilterProperties() {}

    /** None if nothing ages. */
    static Map<String, String> of(Optional<AccumuloSettings.Ageing> ageing) {
        Map<String, String> properties = new TreeMap<>();
        ageing.filter(AccumuloSettings.Ageing::isEver)
                .ifPresent(times -> SCOPES.forEach(scope -> properties.putAll(inScope(scope, times))));
        return properties;
    }

    private static Map<String, String> inScope(String scope, AccumuloSettings.Ageing times) {
        String filter = "table.iterator." + scope + ".ageing";
        return Map.of(
                filter,
                PLACE + "," + CLASS,
                filter + ".opt.records.ms",
                Long.toString(times.records().toMillis()),
                filter + ".opt.tombstones.ms",
                Long.toString(times.tombstones().toMillis()));
    }

    /** Those of these settings that are about the filter. */
    static Map<String, String> among(Map<String, String> settings) {
        Map<String, String> found = new TreeMap<>(settings);
        found.keySet().removeIf(property -> !OURS.matcher(property).matches());
        return found;
    }
}
