package org.orcacomet.store.accumulo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orcacomet.store.testkit.Samples.alone;
import static org.orcacomet.store.testkit.Samples.creation;
import static org.orcacomet.store.testkit.Samples.key;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.accumulo.core.client.AccumuloClient;
import org.apache.accumulo.core.client.Scanner;
import org.apache.accumulo.core.client.TableNotFoundException;
import org.apache.accumulo.core.data.Range;
import org.apache.accumulo.core.data.Value;
import org.apache.accumulo.core.security.Authorizations;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.orcacomet.api.ContextId;
import org.orcacomet.api.Revision;
import org.orcacomet.api.ScopeValue;
import org.orcacomet.store.Listing;
import org.orcacomet.store.ScopeRecord;
import org.orcacomet.store.StoreUnavailable;
import org.orcacomet.store.testkit.Samples;

/** The filter in the tablet servers, whose class path has its jar. */
class AccumuloAgeingIT {
    private static final ContextId SLICE = ContextId.parse("slice");
    private static final Duration HOUR = Duration.ofHours(1);
    private static final AccumuloSettings.Ageing HOURS = new AccumuloSettings.Ageing(HOUR, HOUR);
    private static final Optional<ScopeValue> TEXT = Optional.of(ScopeValue.of("text"));

    private static AccumuloClient client;

    @BeforeAll
    static void connect() {
        client = Accumulo.client();
    }

    @AfterAll
    static void disconnect() {
        client.close();
    }

    @Test
    void filter_dropsWhatIsOldAndKeepsTheRest() throws Exception {
        String table = Accumulo.newTable().name();
        try (AccumuloScopeStore store = open(table, Optional.of(HOURS))) {
            restoreOldAndYoung(store);
            assertThat(keys(store)).containsExactly("youngRecord", "youngTombstone");
            assertThat(store.read(key("slice", "users", "oldRecord"))).isEmpty();

            client.tableOperations().compact(table, null, null, true, true);
            assertThat(keys(store)).containsExactly("youngRecord", "youngTombstone");
            assertThat(entriesInFiles(table)).as("with the counter").isEqualTo(3);

            Revision next = store.apply(alone(creation(key("slice", "users", "oldTombstone"), "again")));
            assertThat(next).isEqualTo(Revision.of(10));
        }
    }

    @Test
    void filter_followsTheConfiguration() throws Exception {
        String table = Accumulo.newTable().name();
        try (AccumuloScopeStore without = open(table, Optional.empty())) {
            restoreOldAndYoung(without);
            assertThat(keys(without)).hasSize(4);
            open(table, Optional.of(new AccumuloSettings.Ageing(HOUR, Duration.ZERO)))
                    .close();
            await(without, "oldTombstone", "youngRecord", "youngTombstone");
            open(table, Optional.of(HOURS)).close();
            await(without, "youngRecord", "youngTombstone");
            open(table, Optional.empty()).close();
            await(without, "oldRecord", "oldTombstone", "youngRecord", "youngTombstone");
            assertThat(client.tableOperations().getConfiguration(table).keySet())
                    .noneMatch(property -> property.contains("ageing"));
        }
    }

    private static AccumuloScopeStore open(String table, Optional<AccumuloSettings.Ageing> ageing) throws Exception {
        return Accumulo.open(Accumulo.settings().with(new AccumuloSettings.Table(table, 1, ageing)));
    }

    private static void restoreOldAndYoung(AccumuloScopeStore store) throws StoreUnavailable {
        List<ScopeRecord> records = List.of(
                record("oldRecord", TEXT, HOUR.multipliedBy(2)),
                record("oldTombstone", Optional.empty(), HOUR.multipliedBy(2)),
                record("youngRecord", TEXT, Duration.ZERO),
                record("youngTombstone", Optional.empty(), Duration.ZERO));
        store.restore(SLICE, new Listing(records, Optional.of(Revision.of(9))));
    }

    private static ScopeRecord record(String key, Optional<ScopeValue> value, Duration age) {
        Instant touched = Instant.now().minus(age);
        return new ScopeRecord(key("slice", "users", key), Samples.GUARD, value, Revision.of(8), touched);
    }

    private static List<String> keys(AccumuloScopeStore store) throws StoreUnavailable {
        return store.list(SLICE).records().stream()
                .map(record -> record.key().key().toString())
                .toList();
    }

    /** A tablet server learns of a change of settings a moment later. */
    private static void await(AccumuloScopeStore store, String... keys) {
        Awaitility.await().atMost(HOUR.dividedBy(60)).untilAsserted(() -> assertThat(keys(store))
                .containsExactly(keys));
    }

    /** As Accumulo has noted them: the size of a file, and the number of its entries. */
    private static long entriesInFiles(String table) throws TableNotFoundException {
        String id = client.tableOperations().tableIdMap().get(table);
        try (Scanner files = client.createScanner("accumulo.metadata", Authorizations.EMPTY)) {
            files.setRange(new Range(id + ";", id + "<"));
            files.fetchColumnFamily("file");
            return files.stream()
                    .map(Map.Entry::getValue)
                    .map(Value::toString)
                    .mapToLong(file -> Long.parseLong(file.split(",", -1)[1]))
                    .sum();
        }
    }
}
