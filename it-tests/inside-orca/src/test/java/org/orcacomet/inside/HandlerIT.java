package org.orcacomet.inside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.UUID;
import orca.operator.OrcaHome;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.orcacomet.api.Reading;

/** Units live through the handler that is shipped, and through one that was written for ORCA's tasks. */
class HandlerIT {
    private static final String OURS = "comet/handler.xml";
    private static final String STOCK = "stock/handler.xml";
    private static final String[] FAMILIES = {"users", "interfaces", "storage", "routes", "scripts"};

    @TempDir
    static Path folder;

    private static CometServer comet;
    private static Scopes scopes;
    private static OrcaHome home;
    private static Orca orca;

    @BeforeAll
    static void start() throws Exception {
        comet = CometServer.start(folder.resolve("comet"));
        scopes = new Scopes(comet);
        home = Orca.prepared(folder.resolve("am"), comet).install(StockPackage.write(folder));
        orca = Orca.ready(home);
    }

    @AfterAll
    static void stop() {
        orca.close();
        scopes.close();
        comet.close();
    }

    private static Properties joined(String handler) throws IOException, InterruptedException {
        String rid = UUID.randomUUID().toString();
        Map<String, String> unit = Recorded.unit("storage-node0-01-join", handler);
        unit.put("unit.id", rid);
        orca.redeem(rid, unit);
        orca.awaitState(rid, "[Active, None]");
        return orca.unit(rid);
    }

    private static String modified(Properties unit, int number, String subcommand, String... arguments)
            throws IOException, InterruptedException {
        Map<String, String> added = new TreeMap<>();
        added.put("modify.subcommand." + number, subcommand);
        for (String argument : arguments) {
            added.put("modify." + number + "." + argument.split("=", 2)[0], argument.split("=", 2)[1]);
        }
        String rid = unit.getProperty("unit.rid");
        orca.modify(rid, added);
        return orca.awaitModified(rid, number);
    }

    @ParameterizedTest
    @ValueSource(strings = {OURS, STOCK})
    void unit_joinsIsModifiedAndLeaves(String handler) throws Exception {
        Properties unit = joined(handler);
        assertThat(scopes.text(unit, "users")).contains("alice@laptop");
        assertThat(scopes.text(unit, "storage")).contains("10.104.0.2");
        assertThat(scopes.text(unit, "interfaces")).contains("fe163e0019ae");

        modified(unit, 1, "modify.addiface", "mac=fe:16:3e:00:19:8e", "hosteth=vlan-data", "ip=172.16.0.0/30");
        modified(unit, 2, "modify.ssh", "login=carol", "sudo=no", "keys=ssh-rsa AAAA carol");
        assertThat(scopes.text(unit, "interfaces")).contains("fe163e0019ae").contains("fe163e00198e");
        assertThat(scopes.text(unit, "users")).contains("carol");

        orca.close(unit.getProperty("unit.rid"));
        for (String family : FAMILIES) {
            await(family).until(() -> scopes.read(unit, family).state() == Reading.State.DELETED);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {OURS, STOCK})
    void unit_hasItsTokensInOrca_afterItsJoin(String handler) throws Exception {
        Properties unit = joined(handler);

        assertThat(unit.getProperty("unit.comet.readToken")).hasSizeGreaterThan(10);
        assertThat(unit.getProperty("shirako.save.unit.comet.writeToken"))
                .isEqualTo(unit.getProperty("unit.comet.writeToken"))
                .isNotEqualTo(unit.getProperty("unit.comet.readToken"));
    }

    @ParameterizedTest
    @ValueSource(strings = {OURS, STOCK})
    void tokensAndSecrets_areInNoLog(String handler) throws Exception {
        Properties unit = joined(handler);
        modified(unit, 1, "modify.addiface", "mac=fe:16:00");

        String logged = String.join("\n", home.log());
        assertThat(logged).contains(unit.getProperty("unit.rid") + " of slice");
        for (String token : new String[] {
            "slice.comet.readToken",
            "slice.comet.writeToken",
            "unit.comet.readToken",
            "unit.comet.writeToken",
            "unit.storage1.target.chap_password"
        }) {
            assertThat(logged).as(token).doesNotContain(unit.getProperty(token));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {OURS, STOCK})
    void joinRepeatedAfterACrash_leavesNothingBehindInTheEnd(String handler) throws Exception {
        String rid = UUID.randomUUID().toString();
        Map<String, String> unit = Recorded.unit("storage-node0-01-join", handler);
        unit.put("unit.id", rid);
        OrcaHome crashing = Orca.prepared(folder.resolve("am" + rid), comet).install(StockPackage.write(folder));
        try (Orca before = Orca.ready(crashing)) {
            before.process().order("freeze redeemed");
            before.process().order("halt join-ended");
            before.redeem(rid, unit);
            before.process().status();
        }
        try (Orca after = Orca.ready(crashing)) {
            after.awaitState(rid, "[Active, None]");
            Properties joined = after.unit(rid);
            assertThat(scopes.text(joined, "storage")).contains("10.104.0.2");
            after.close(rid);
            await().until(() -> scopes.read(joined, "storage").state() == Reading.State.DELETED);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {OURS, STOCK})
    void failedModify_tellsTheServiceManagerWhy_andTheUnitStays(String handler) throws Exception {
        Properties unit = joined(handler);
        String before = scopes.text(unit, "interfaces");

        String message = modified(unit, 1, "modify.addiface", "mac=fe:16:00");

        assertThat(message).contains("is no MAC address of twelve hexadecimal digits");
        assertThat(scopes.text(unit, "interfaces")).isEqualTo(before);
    }
}
