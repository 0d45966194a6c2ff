package org.orcacomet.store.accumulo.oldtable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.orcacomet.store.accumulo.Accumulo.CLUSTER;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.accumulo.core.client.Accumulo;
import org.apache.accumulo.core.client.AccumuloClient;
import org.apache.accumulo.core.client.BatchWriter;
import org.apache.accumulo.core.client.MutationsRejectedException;
import org.apache.accumulo.core.client.admin.NewTableConfiguration;
import org.apache.accumulo.core.client.security.tokens.PasswordToken;
import org.apache.accumulo.core.data.Mutation;
import org.apache.accumulo.core.security.Authorizations;
import org.apache.accumulo.core.security.ColumnVisibility;
import org.apache.accumulo.core.security.SystemPermission;
import org.apache.accumulo.core.security.TablePermission;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.orcacomet.store.ExportPart;
import org.orcacomet.store.ExportReader;
import org.orcacomet.store.MemoryScopeStore;
import org.orcacomet.store.ScopeStore;
import org.orcacomet.store.accumulo.testkit.OldServer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tables as today's server writes them, on a real Accumulo, imported while they are written to. */
@Timeout(600)
class OldTableIT {
    private static final Logger LOG = LoggerFactory.getLogger(OldTableIT.class);
    private static final int CELLS = Integer.getInteger("old.cells", 10_000);

    private static AccumuloClient client;

    private final List<String> skipped = new ArrayList<>();
    private Map<String, Long> counts = Map.of();

    @BeforeAll
    static void connect() {
        client = Accumulo.newClient()
                .to(CLUSTER.instance(), CLUSTER.zookeepers())
                .as(CLUSTER.user(), CLUSTER.password())
                .build();
    }

    @AfterAll
    static void close() {
        client.close();
    }

    @AfterEach
    void nothingElseIsLeft() {
        assertThat(client.tableOperations().list()).noneMatch(name -> name.contains("_comet_import_"));
    }

    private static OldTableSettings settings(String table) {
        return OldTableSettings.of(client(CLUSTER.user(), CLUSTER.password(), CLUSTER.instance()), table);
    }

    private static Map<String, String> client(String user, String password, String instance) {
        return Map.of(
                "instance.zookeepers", CLUSTER.zookeepers(),
                "instance.name", instance,
                "auth.type", "password",
                "auth.principal", user,
                "auth.token", password);
    }

    private Map<String, Long> export(String table, OutputStream out) throws OldTableException {
        skipped.clear();
        try (OldTable old = OldTable.open(settings(table))) {
            return old.export(out, GeneratedTable.EXPIRE, skipped::add);
        }
    }

    /** How many records the store has taken. */
    private int importInto(ScopeStore store, String table) throws Exception {
        ByteArrayOutputStream export = new ByteArrayOutputStream();
        long start = System.nanoTime();
        counts = export(table, export);
        int taken = restore(store, export.toByteArray());
        LOG.info("{} of {}: {} taken in {} ms", table, counts, taken, (System.nanoTime() - start) / 1_000_000);
        return taken;
    }

    private static int restore(ScopeStore store, byte[] export) throws Exception {
        ExportReader reader = new ExportReader(new ByteArrayInputStream(export));
        int taken = 0;
        for (Optional<ExportPart> part = reader.next(); part.isPresent(); part = reader.next()) {
            taken += store.restore(part.get().context(), part.get().listing());
        }
        return taken;
    }

    @Test
    void export_isRepeatedUntilNothingIsLeft() throws Exception {
        client.tableOperations().create("years");
        ScopeStore store = new MemoryScopeStore();
        try (BatchWriter writer = client.createBatchWriter("years")) {
            GeneratedTable table = new GeneratedTable(writer);
            table.write(CELLS);
            assertThat(importInto(store, "years")).isEqualTo((int) table.count("exported"));
            assertCounted(table);
            table.assertIn(store);
            assertThat(importInto(store, "years")).isZero();
            importUnderWrites(store, table);
            importInto(store, "years");
            table.assertIn(store);
            assertThat(importInto(store, "years")).isZero();
        }
    }

    private void assertCounted(GeneratedTable table) {
        assertThat(counts)
                .allSatisfy((kind, count) -> assertThat(count).as(kind).isEqualTo(table.count(kind)));
        assertThat(skipped).hasSize((int) (table.count("doubled") + table.count("broken")));
        assertThat(skipped).noneMatch(line -> line.contains("Read") || line.contains("Write"));
    }

    /** Two imports while entries change, the last of which are in no import. */
    private void importUnderWrites(ScopeStore store, GeneratedTable table) throws Exception {
        AtomicBoolean enough = new AtomicBoolean();
        AtomicInteger changes = new AtomicInteger();
        CompletableFuture<Void> users = CompletableFuture.runAsync(() -> change(table, changes, enough));
        for (int round = 0; round < 2; round++) {
            int before = changes.get();
            await().atMost(Duration.ofMinutes(1)).until(() -> users.isDone() || changes.get() > before);
            assertThat(importInto(store, "years")).isPositive();
        }
        enough.set(true);
        users.join();
        LOG.info("{} changes meanwhile", changes);
    }

    private static void change(GeneratedTable table, AtomicInteger changes, AtomicBoolean enough) {
        try {
            for (int i = 0; !enough.get(); i = changes.incrementAndGet()) {
                // Each third is new.
                table.change(i % 3 == 0 ? 2 * CELLS + i : i * 13 % CELLS, i);
            }
        } catch (MutationsRejectedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void export_readsWhatNobodyIsAuthorizedToSee() throws Exception {
        write("hidden", "Read1234");
        Authorizations before = client.securityOperations().getUserAuthorizations(CLUSTER.user());
        assertThat(before.toString()).doesNotContain("Read1234");
        assertThat(export("hidden", OutputStream.nullOutputStream())).containsEntry("exported", 1L);
        assertThat(client.securityOperations().getUserAuthorizations(CLUSTER.user()))
                .isEqualTo(before);
    }

    @Test
    void export_leavesOutWhatWasRemovedAndWhatWasOverwritten() throws Exception {
        write("removed", "Read1234");
        write("removed", "Read1234");
        write("removed", "Read9999");
        Mutation removal = new Mutation("slice-1");
        removal.putDelete("users", "unit-1", new ColumnVisibility("Read9999"));
        try (BatchWriter writer = client.createBatchWriter("removed")) {
            writer.addMutation(removal);
        }
        assertThat(export("removed", OutputStream.nullOutputStream()))
                .containsEntry("read", 1L)
                .containsEntry("exported", 1L);
    }

    @Test
    void export_ofAnEmptyTableIsEmpty() throws Exception {
        client.tableOperations().create("empty");
        assertThat(export("empty", OutputStream.nullOutputStream())).containsEntry("read", 0L);
    }

    private static void write(String table, String readToken) throws Exception {
        if (!client.tableOperations().exists(table)) {
            client.tableOperations().create(table);
        }
        Mutation mutation = new Mutation("slice-1");
        mutation.put("users", "unit-1", new ColumnVisibility(readToken), OldServer.timeless("Write1234", "[]"));
        try (BatchWriter writer = client.createBatchWriter(table)) {
            writer.addMutation(mutation);
        }
    }

    @Test
    void export_refusesATableOfSomethingElse() throws Exception {
        client.tableOperations().create("other");
        try (BatchWriter writer = client.createBatchWriter("other")) {
            Mutation mutation = new Mutation("row");
            mutation.put("family", "qualifier", "value");
            writer.addMutation(mutation);
        }
        assertThatThrownBy(() -> export("other", OutputStream.nullOutputStream()))
                .hasMessage("the table other is not one of today's server: none of its 1 entries is");
    }

    @Test
    void open_refusesATableOfOurs() throws Exception {
        client.tableOperations()
                .create("ours", new NewTableConfiguration().setProperties(Map.of("table.custom.comet.format", "1")));
        assertThatThrownBy(() -> OldTable.open(settings("ours")))
                .hasMessage("the table ours is one of this COMET, not of today's server: export and import move it");
    }

    @Test
    void open_refusesATableThatIsNotThere() {
        assertThatThrownBy(() -> OldTable.open(settings("nowhere")))
                .hasMessage("there is no table nowhere in the instance comet");
    }

    @Test
    void open_refusesAWrongPassword() {
        assertThatThrownBy(() -> OldTable.open(
                        OldTableSettings.of(client(CLUSTER.user(), "wrong", CLUSTER.instance()), "years")))
                .hasMessage("Accumulo knows no user root with this password");
    }

    @Test
    void open_refusesAnInstanceThatIsNotThere() {
        OldTableSettings other = OldTableSettings.of(client(CLUSTER.user(), CLUSTER.password(), "other"), "years");
        assertThatThrownBy(() -> OldTable.open(other))
                .hasMessage("the ZooKeepers at " + CLUSTER.zookeepers() + " know no instance other");
    }

    @Test
    void export_takesThreePermissionsAndNoAuthorization() throws Exception {
        write("permitted", "Read1234");
        client.securityOperations().createLocalUser("reader", new PasswordToken("Reader1"));
        // Of users and of what they may do each server learns a moment later.
        await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> assertThatThrownBy(this::exportAsReader)
                .hasMessage("the user reader may not copy the table permitted:"
                        + " it takes Table.READ and Table.ALTER_TABLE on it, and System.CREATE_TABLE"));
        client.securityOperations().grantTablePermission("reader", "permitted", TablePermission.READ);
        client.securityOperations().grantTablePermission("reader", "permitted", TablePermission.ALTER_TABLE);
        client.securityOperations().grantSystemPermission("reader", SystemPermission.CREATE_TABLE);
        await().atMost(Duration.ofMinutes(1))
                .ignoreException(OldTableException.class)
                .untilAsserted(() -> assertThat(exportAsReader()).containsEntry("exported", 1L));
    }

    private Map<String, Long> exportAsReader() throws OldTableException {
        OldTableSettings settings = OldTableSettings.of(client("reader", "Reader1", CLUSTER.instance()), "permitted");
        try (OldTable table = OldTable.open(settings)) {
            return table.export(OutputStream.nullOutputStream(), Duration.ZERO, skipped::add);
        }
    }
}
