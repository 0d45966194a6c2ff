package org.orcacomet.inside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Properties;
import java.util.UUID;
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
    private static final String ACTIVE = "[Active, None]";
    private static final String[] FAMILIES = {"users", "interfaces", "storage", "routes", "scripts"};

    @TempDir
    static Path folder;

    private static Site site;
    private static Scopes scopes;

    @BeforeAll
    static void start() throws Exception {
        site = Site.prepare(folder);
        site.install();
        site.home().install(StockPackage.write(folder));
        site.boot();
        scopes = site.reader();
    }

    @AfterAll
    static void stop() throws IOException {
        scopes.close();
        site.close();
    }

    private static Properties joined(String handler) throws IOException, InterruptedException {
        Recording unit = unit(handler);
        site.redeem(unit);
        site.awaitState(unit.rid(), ACTIVE);
        return site.home().unit(unit.rid());
    }

    private static Recording unit(String handler) throws IOException {
        String rid = UUID.randomUUID().toString();
        return site.join("storage-node0-01-join")
                .with("unit.rid", rid)
                .with("unit.id", rid)
                .with("config.action", handler);
    }

    private static String modified(Properties unit, int number, String subcommand, String... arguments)
            throws IOException, InterruptedException {
        Recording added = Recording.empty().with("modify.subcommand." + number, subcommand);
        for (String argument : arguments) {
            added.with("modify." + number + "." + argument.split("=", 2)[0], argument.split("=", 2)[1]);
        }
        String rid = unit.getProperty("unit.rid");
        site.modify(rid, added);
        return site.awaitModified(rid, number);
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

        site.close(unit.getProperty("unit.rid"));
        for (String family : FAMILIES) {
            await(family)
                    .atMost(Site.LONG)
                    .until(() -> scopes.read(unit, family).state() == Reading.State.DELETED);
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

        String logged = String.join("\n", site.home().log());
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
        Recording unit = unit(handler);
        site.orca().order("freeze redeemed");
        site.orca().order("halt join-ended");
        site.redeem(unit);
        site.bootAfterHalt();
        site.awaitState(unit.rid(), ACTIVE);
        Properties joined = site.home().unit(unit.rid());
        assertThat(scopes.text(joined, "storage")).contains("10.104.0.2");
        site.close(unit.rid());
        await().atMost(Site.LONG).until(() -> scopes.read(joined, "storage").state() == Reading.State.DELETED);
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
