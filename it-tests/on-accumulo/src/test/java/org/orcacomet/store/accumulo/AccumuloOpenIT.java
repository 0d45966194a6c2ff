package org.orcacomet.store.accumulo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.orcacomet.store.testkit.Samples.alone;
import static org.orcacomet.store.testkit.Samples.creation;
import static org.orcacomet.store.testkit.Samples.key;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.accumulo.core.client.AccumuloClient;
import org.apache.accumulo.core.client.BatchWriter;
import org.apache.accumulo.core.client.admin.NewTableConfiguration;
import org.apache.accumulo.core.client.admin.TimeType;
import org.apache.accumulo.core.data.Mutation;
import org.apache.accumulo.core.security.Authorizations;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.orcacomet.store.ScopeRecord;

/** How the store is opened, and what it refuses. */
class AccumuloOpenIT {
    private static final Map<String, String> OURS =
            Map.of("table.custom.comet.format", "1", "table.durability", "sync");

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
    void open_refusesAWrongPassword() {
        AccumuloSettings.Login wrong = AccumuloSettings.Login.of(
                Accumulo.CLUSTER.zookeepers(), Accumulo.CLUSTER.instance(), "root", Password.of("Marked-Secret"));
        assertThat(Accumulo.refusal(AccumuloSettings.of(wrong)))
                .isInstanceOf(IOException.class)
                .hasNoCause()
                .hasMessageContaining("Accumulo does not let the user root in")
                .hasMessageContaining(".password or password.file")
                .hasMessageNotContaining("Marked-Secret");
    }

    static Stream<Arguments> foreignTables() {
        return Stream.of(
                Arguments.of(new NewTableConfiguration(), "was not made by this service"),
                Arguments.of(
                        logical().setProperties(Map.of("table.custom.comet.format", "2", "table.durability", "sync")),
                        "is of format 2, and this service reads format 1 alone"),
                Arguments.of(
                        logical().setProperties(Map.of("table.custom.comet.format", "1", "table.durability", "log")),
                        "set table.durability to sync"),
                Arguments.of(
                        logical().withoutDefaultIterators().setProperties(OURS),
                        "set table.iterator.majc.vers.opt.maxVersions to 1"),
                Arguments.of(new NewTableConfiguration().setProperties(OURS), "was not made by this service"));
    }

    private static NewTableConfiguration logical() {
        return new NewTableConfiguration().setTimeType(TimeType.LOGICAL);
    }

    @ParameterizedTest
    @MethodSource("foreignTables")
    void open_refusesATableWithOtherSettings(NewTableConfiguration settings, String said) throws Exception {
        AccumuloSettings.Table table = Accumulo.newTable();
        client.tableOperations().create(table.name(), settings);
        assertThat(Accumulo.refusal(Accumulo.settings().with(table)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("The table " + table.name())
                .hasMessageContaining(said)
                .hasMessageContaining("set table of org.orcacomet.store.accumulo to another");
    }

    @Test
    void open_tellsTheWayOutOfATableOfTodaysServer() throws Exception {
        AccumuloSettings.Table table = Accumulo.newTable();
        client.tableOperations().create(table.name());
        client.securityOperations().changeUserAuthorizations("root", new Authorizations("ReadToken1"));
        try (BatchWriter writer = client.createBatchWriter(table.name())) {
            writer.addMutation(new Mutation("slice")
                    .at()
                    .family("users")
                    .qualifier("vm1")
                    .visibility("ReadToken1")
                    .put(new byte[] {(byte) 0xAC, (byte) 0xED, 0, 5}));
        }
        // What root may see is known to the servers a moment later.
        await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> assertThat(
                        Accumulo.refusal(Accumulo.settings().with(table)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("The table " + table.name() + " is of today's COMET server")
                .hasMessageContaining("./comet import-old-table"));
    }

    @Test
    void open_makesTheTableOnceForThreeHeads() throws Exception {
        AccumuloSettings settings = Accumulo.settings().with(new AccumuloSettings.Table("heads", 4, Optional.empty()));
        List<AccumuloScopeStore> heads = IntStream.range(0, 3)
                .parallel()
                .mapToObj(head -> open(settings))
                .toList();
        assertThat(client.tableOperations().listSplits("heads"))
                .extracting(Object::toString)
                .containsExactly("40", "80", "c0");
        heads.get(0).apply(alone(creation(key("slice", "users", "vm1"), "text")));
        assertThat(heads.get(1).read(key("slice", "users", "vm1")))
                .map(ScopeRecord::key)
                .isPresent();
        heads.forEach(AccumuloScopeStore::close);
    }

    private static AccumuloScopeStore open(AccumuloSettings settings) {
        try {
            return Accumulo.open(settings);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
