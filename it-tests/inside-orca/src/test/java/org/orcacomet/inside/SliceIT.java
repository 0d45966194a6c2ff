package org.orcacomet.inside;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The recorded slice at the AM, from join to leave, whole and with crashes between and inside its steps. */
class SliceIT {
    private static final String ACTIVE = "[Active, None]";
    private static final String CLOSED = "[Closed, None]";
    private static final String[] FAMILIES = {"interfaces", "routes", "scripts", "storage", "users"};

    private Site site;
    private Recording node0;
    private Recording node1;
    private Recording link;

    @BeforeEach
    void start(@TempDir Path folder) throws Exception {
        site = Site.installed(folder);
        node0 = site.join("node0-01-join");
        node1 = site.join("node1-01-join");
        link = site.join("link1-01-join");
    }

    @AfterEach
    void stop() throws Exception {
        site.close();
    }

    private void joinAll() throws Exception {
        for (Recording unit : new Recording[] {node0, node1, link}) {
            site.redeem(unit);
        }
        for (Recording unit : new Recording[] {node0, node1, link}) {
            site.awaitState(unit.rid(), ACTIVE);
        }
    }

    private void addInterfaces() throws Exception {
        site.modify(node0.rid(), Recording.modify("plain-node0-01-modify"));
        site.modify(node1.rid(), Recording.modify("plain-node1-01-modify"));
        for (Recording unit : new Recording[] {node0, node1}) {
            site.awaitTrace("modify end of task | - | - | " + unit.rid());
            site.awaitState(unit.rid(), ACTIVE);
        }
    }

    private void closeAll() throws Exception {
        for (Recording unit : new Recording[] {node0, node1, link}) {
            site.close(unit.rid());
        }
        for (Recording unit : new Recording[] {node0, node1, link}) {
            site.awaitState(unit.rid(), CLOSED);
        }
    }

    private void assertConfigured() throws Exception {
        for (Recording unit : new Recording[] {node0, node1}) {
            assertThat(site.families(unit)).containsExactly(FAMILIES);
            assertThat(new String(Files.readAllBytes(site.userData(unit)), "UTF-8"))
                    .contains("cometreadtoken=", "host_name=" + unit.get("unit.hostname"));
        }
        assertThat(site.home().unit(link.rid())).doesNotContainKey("unit.comet.readToken");
    }

    private void assertInterfacesAdded() throws Exception {
        for (Recording unit : new Recording[] {node0, node1}) {
            assertThat(site.home().unit(unit.rid())).containsEntry("unit.modify.1.code", "0");
            assertThat(site.scopes(unit)).anyMatch(scope -> scope.toString().contains("interfaces"));
        }
    }

    @Test
    void slice_leavesNothingBehind() throws Exception {
        joinAll();
        assertConfigured();
        assertThat(site.census()).hasSize(2 * FAMILIES.length);
        addInterfaces();
        assertInterfacesAdded();
        closeAll();
        site.awaitEmptyStore();
        site.assertUnharmed();
    }

    @Test
    void slice_isTheSameWithACrashBetweenAnyTwoSteps() throws Exception {
        site.crash();
        joinAll();
        site.crash();
        assertConfigured();
        addInterfaces();
        site.crash();
        assertInterfacesAdded();
        closeAll();
        site.crash();
        site.awaitEmptyStore();
        site.assertUnharmed();
    }

    @ParameterizedTest
    @ValueSource(strings = {"priming", "join-started", "join-ended", "join-saved"})
    void crashInsideJoin_leavesNothingBehind(String moment) throws Exception {
        site.orca().order("halt " + moment);
        site.redeem(node0);
        site.bootAfterHalt();
        site.awaitState(node0.rid(), CLOSED);
        site.awaitEmptyStore();
        site.assertUnharmed();
    }

    @ParameterizedTest
    @ValueSource(strings = {"modifying", "modify-started", "modify-ended", "modify-saved"})
    void crashInsideModify_leavesNothingBehind(String moment) throws Exception {
        joinAll();
        site.orca().order("halt " + moment);
        site.modify(node0.rid(), Recording.modify("plain-node0-01-modify"));
        site.bootAfterHalt();
        site.awaitState(node0.rid(), CLOSED);
        site.close(node1.rid());
        site.awaitState(node1.rid(), CLOSED);
        site.awaitEmptyStore();
    }

    /** ORCA never makes such a leave good. */
    @ParameterizedTest
    @ValueSource(strings = {"closing", "leave-started", "leave-ended", "leave-saved", "closed", "purged"})
    void crashInsideLeave_leavesNothingBehind(String moment) throws Exception {
        site.redeem(node0);
        site.awaitState(node0.rid(), ACTIVE);
        site.orca().order("halt " + moment);
        site.close(node0.rid());
        site.bootAfterHalt();
        site.awaitEmptyStore();
        site.assertUnharmed();
    }

    @Test
    void join_thatIsRepeatedLosesNothingAndLeavesNothing() throws Exception {
        site.orca().order("freeze redeemed");
        site.orca().order("halt join-ended");
        site.redeem(node0);
        site.bootAfterHalt();
        site.awaitState(node0.rid(), ACTIVE);
        assertThat(site.families(node0)).containsExactly(FAMILIES);
        site.close(node0.rid());
        site.awaitState(node0.rid(), CLOSED);
        site.awaitEmptyStore();
    }

    @Test
    void join_thatFailsAfterOursLeavesNothingThoughThereIsNoLeave() throws Exception {
        site.redeem(node0.with("handler.comet.program", "false"));
        site.awaitState(node0.rid(), "[Failed, None]");
        site.awaitEmptyStore();
        site.assertUnharmed();
    }

    @Test
    void state_thatIsAnnouncedTwiceDoesNoHarm() throws Exception {
        joinAll();
        site.orca().order("repeat " + node0.rid());
        site.close(node0.rid());
        site.orca().order("repeat " + node0.rid());
        site.awaitState(node0.rid(), CLOSED);
        assertThat(site.families(node1)).containsExactly(FAMILIES);
        site.close(node1.rid());
        site.awaitEmptyStore();
        site.assertUnharmed();
    }
}
