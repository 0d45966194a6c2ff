package org.orcacomet.inside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import orca.manage.FiledServiceManager;
import orca.manage.beans.ReservationMng;
import orca.shirako.common.ReservationID;
import orca.shirako.common.SliceID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The plugin as it is shipped, in a controller, against the service: both are processes. */
@Timeout(180)
class ControllerIT {
    private static final String CREATE = "createSlice s1 Node0=bbnvmsite.vm Node1=bbnvmsite.vm Link0=bbnvmsite.vlan";
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    /** For a COMET of which nothing is to be had. */
    private static final Duration SHORT = Duration.ofSeconds(5);
    /** For one of which a probe is to be had, and nothing after it. */
    private static final Duration MEDIUM = Duration.ofSeconds(10);

    @TempDir
    Path folder;

    private static Comet comet;

    private Front front;
    private Controller controller;

    @BeforeAll
    static void startComet(@TempDir Path folder) throws IOException {
        comet = Comet.start(folder.resolve("comet"));
    }

    @AfterAll
    static void stopComet() {
        comet.close();
    }

    @BeforeEach
    void install() throws Exception {
        comet.start();
        front = Front.before(comet);
        controller = Controller.install(folder, front.address(), comet.identity());
        waiting(PATIENCE);
        controller.set("orca.comet.config.org.orcacomet.journal/backoff.max.ms", "500");
    }

    /** From its next start the controller waits so long for COMET. */
    private void waiting(Duration bound) {
        controller.set("orca.comet.slice.wait.ms", Long.toString(bound.toMillis()));
    }

    @AfterEach
    void close() {
        controller.close();
        front.close();
    }

    /** How often each scope was written, as the service answered. */
    private Map<String, Integer> writes() {
        Map<String, Integer> writes = new TreeMap<>();
        front.answered().stream()
                .filter(one -> one.isOk() && one.isWrite() && !one.isProbe())
                .flatMap(one -> one.scopes().stream())
                .forEach(scope -> writes.merge(scope, 1, Integer::sum));
        return writes;
    }

    /** The scopes that the service has, by what it answered. */
    private TreeSet<String> scopes() {
        TreeSet<String> scopes = new TreeSet<>();
        for (Passage one : front.answered()) {
            if (one.isOk() && one.isWrite()) {
                scopes.addAll(one.scopes());
            } else if (one.isOk() && one.isDelete()) {
                scopes.removeAll(one.scopes());
            }
        }
        return scopes;
    }

    /** The names of the scopes of a slice's first VMs, from createSlice's answer. */
    private static List<String> expected(String created, int vms) {
        List<String> words = Arrays.asList(created.split(" "));
        return words.subList(2, 2 + vms).stream()
                .flatMap(
                        id -> Stream.of("hostsall", "pubkeysall").map(family -> words.get(1) + "/" + family + "/" + id))
                .sorted()
                .collect(Collectors.toList());
    }

    private String created() throws IOException {
        String created = controller.call(CREATE);
        assertThat(created).startsWith("ok ");
        return created;
    }

    @Test
    void createSlice_writesEachScopeOnceAndGivesTheTokensAtDemand() throws Exception {
        controller.start(Controller.OURS);
        String created = created();
        assertThat(writes().keySet()).containsExactlyElementsOf(expected(created, 2));
        assertThat(writes().values()).containsOnly(1);
        for (String node : Arrays.asList("Node0", "Node1")) {
            assertThat(controller.call("carried s1 " + node))
                    .contains("slice.comet.readToken=", "slice.comet.writeToken=")
                    .contains("unit.comet.hosts.group.read=all", "unit.comet.pubkeys.group.write=all");
        }
        assertThat(controller.call("carried s1 Link0")).doesNotContain("comet");
    }

    @Test
    void deleteSlice_leavesNothing() throws Exception {
        controller.start(Controller.OURS);
        created();
        assertThat(controller.call("deleteSlice s1")).isEqualTo("ok true");
        await().atMost(PATIENCE).until(() -> scopes().isEmpty());
    }

    @Test
    void modifySlice_writesTheAddedAndDeletesTheRemoved() throws Exception {
        controller.start(Controller.OURS);
        String created = created();
        String modified = controller.call("modifySlice s1 -Node1 Node2=bbnvmsite.vm");
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(scopes())
                .hasSize(4)
                .containsAll(expected(created, 1))
                .allMatch(scope -> modified.contains(scope.substring(scope.lastIndexOf('/') + 1))));
        assertThat(token("Node2")).isEqualTo(token("Node0"));
    }

    private String token(String node) throws IOException {
        String carried = controller.call("carried s1 " + node);
        return Arrays.stream(carried.split("[ &]"))
                .filter(one -> one.startsWith("slice.comet.readToken="))
                .findFirst()
                .orElse("none");
    }

    @Test
    void createSlice_isRefusedWhileCometIsDown() throws Exception {
        waiting(SHORT);
        controller.start(Controller.OURS);
        comet.kill();
        assertThat(controller.call(CREATE))
                .startsWith("err ERROR: Exception encountered: org.orcacomet.bridge.controller.SliceRefused: "
                        + "slice s1 is not made: COMET cannot be relied on, as a trial write did not work: ");
        assertThat(controller.call("listSlices")).isEqualTo("ok ");
        assertThat(new FiledServiceManager(controller.serviceManager()).getSlices())
                .isEmpty();
        comet.start();
        await().atMost(PATIENCE).until(() -> controller.call(CREATE).startsWith("ok "));
    }

    @Test
    void createSlice_isNotTouchedByACometThatGoesDownAfterAddSlice() throws Exception {
        waiting(MEDIUM);
        controller.start(Controller.OURS);
        front.after(passage -> {
            if (passage.isProbe() && passage.isDelete()) {
                comet.kill();
            }
        });
        String created = created();
        assertThat(writes()).isEmpty();
        assertThat(controller.call("carried s1 Node0")).contains("slice.comet.writeToken=");
        front.after(passage -> {});
        comet.start();
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(scopes()).containsExactlyElementsOf(expected(created, 2)));
    }

    @Test
    void createSlice_isHeldNoLongerThanTheBudgetByASlowComet() throws Exception {
        waiting(MEDIUM);
        controller.start(Controller.OURS);
        front.before(passage -> {
            if (passage.isWrite() && !passage.isProbe()) {
                front.hold();
            }
        });
        String created = created();
        assertThat(writes()).isEmpty();
        front.release();
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(scopes()).containsAll(expected(created, 2)));
    }

    @Test
    void createSlice_isRefusedByAnEndlesslySlowComet() throws Exception {
        waiting(SHORT);
        controller.start(Controller.OURS);
        front.before(passage -> front.hold());
        assertThat(controller.call(CREATE)).contains("SliceRefused: slice s1 is not made: COMET cannot be relied on");
        assertThat(scopes()).isEmpty();
    }

    @Test
    void createSlice_isRefusedByACometThatAnswersGarbage() throws Exception {
        waiting(SHORT);
        controller.start(Controller.OURS);
        front.garble(true);
        assertThat(controller.call(CREATE)).contains("SliceRefused: slice s1 is not made: COMET cannot be relied on");
    }

    @Test
    void createSlice_isNotTouchedByACometThatAnswersGarbageAfterAddSlice() throws Exception {
        waiting(MEDIUM);
        controller.start(Controller.OURS);
        front.after(passage -> front.garble(passage.isProbe() && passage.isDelete()));
        String created = created();
        front.after(passage -> {});
        front.garble(false);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(scopes()).containsExactlyElementsOf(expected(created, 2)));
    }

    @Test
    void deleteSlice_leavesNothingAfterAKill() throws Exception {
        controller.start(Controller.OURS);
        created();
        controller.kill();
        controller.start(Controller.OURS);
        assertThat(controller.call("deleteSlice s1")).isEqualTo("ok true");
        controller.kill();
        controller.start(Controller.OURS);
        await().atMost(PATIENCE).until(() -> scopes().isEmpty());
    }

    @Test
    void scopes_areWrittenAfterAKillThatCameBeforeThem() throws Exception {
        waiting(MEDIUM);
        controller.start(Controller.OURS);
        front.after(passage -> {
            if (passage.isProbe() && passage.isDelete()) {
                comet.kill();
            }
        });
        String created = created();
        controller.kill();
        front.after(passage -> {});
        comet.start();
        controller.start(Controller.OURS);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(scopes()).containsExactlyElementsOf(expected(created, 2)));
    }

    /** Requests of one createSlice: getVersion, the probe's write and delete, then the scopes. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void createSlice_thatIsKilledCanBeCleanedUp(int request) throws Exception {
        controller.start(Controller.OURS);
        AtomicInteger countdown = new AtomicInteger(request);
        front.before(passage -> {
            if (countdown.decrementAndGet() == 0) {
                controller.kill();
            }
        });
        callAndDie();
        front.before(passage -> {});
        // What the killed one had sent is in COMET by then, and does not overtake what comes next.
        await().atMost(PATIENCE).until(front::isQuiet);
        controller.kill();
        controller.start(Controller.OURS);
        cleanUp();
        assertThat(controller.call(CREATE)).startsWith("ok ");
        assertThat(controller.call("deleteSlice s1")).isEqualTo("ok true");
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(scopes()).isEmpty());
    }

    private void callAndDie() {
        try {
            controller.call(CREATE);
        } catch (IOException killed) {
            // as it should be
        }
    }

    /** As an operator does it: what was never demanded is closed at the service manager, as the controller cannot. */
    private void cleanUp() throws IOException {
        if (controller.call("deleteSlice s1").startsWith("ok ")) {
            return;
        }
        FiledServiceManager sm = new FiledServiceManager(controller.serviceManager());
        sm.getSlices().forEach(slice -> sm.getReservations(new SliceID(slice.getSliceID())).stream()
                .map(ReservationMng::getReservationID)
                .forEach(id -> sm.closeReservation(new ReservationID(id))));
    }

    @Test
    void stockSlices_areModifiedAndDeleted() throws Exception {
        controller.start(Controller.STOCK);
        String created = created();
        assertThat(scopes()).containsExactlyElementsOf(expected(created, 2));
        controller.kill();
        controller.start(Controller.OURS);
        controller.call("modifySlice s1 Node2=bbnvmsite.vm -Node1");
        assertThat(token("Node2")).isEqualTo(token("Node0"));
        assertThat(controller.call("deleteSlice s1")).isEqualTo("ok true");
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(scopes()).isEmpty());
    }

    @Test
    void ourSlices_areModifiedByTheStockController() throws Exception {
        controller.start(Controller.OURS);
        created();
        controller.kill();
        controller.start(Controller.STOCK);
        controller.call("modifySlice s1 Node2=bbnvmsite.vm");
        assertThat(token("Node2")).isEqualTo(token("Node0"));
        assertThat(controller.call("deleteSlice s1")).isEqualTo("ok true");
    }

    @Test
    void noSwitch_changesNothing() throws Exception {
        controller.set("orca.comet.hosts.enabled", "false");
        controller.set("orca.comet.pubkeys.enabled", "");
        controller.start(Controller.OURS);
        created();
        assertThat(front.answered()).isEmpty();
        assertThat(controller.call("carried s1 Node0")).doesNotContain("comet");
        assertThat(controller.home().resolve("orca-comet")).doesNotExist();
    }

    @Test
    void aPluginThatCannotStart_refusesSlicesAndNothingElse() throws Exception {
        Files.write(controller.home().resolve("orca-comet"), new byte[0]);
        controller.start(Controller.OURS);
        assertThat(controller.call(CREATE)).contains("SliceRefused: slice s1 is not made: Orca-COMET does not start: ");
        assertThat(controller.call("listSlices")).isEqualTo("ok ");
    }

    @Test
    void tokens_areNotInTheLog() throws Exception {
        controller.start(Controller.OURS);
        created();
        for (String node : Arrays.asList("Node0", "Node1")) {
            for (String pair : controller.call("carried s1 " + node).split("[ &]")) {
                if (pair.contains("Token=")) {
                    assertThat(controller.log()).doesNotContain(pair.substring(pair.indexOf('=') + 1));
                }
            }
        }
        assertThat(controller.log()).contains("Orca-COMET has started").doesNotContain(Identity.PASSWORD);
    }
}
