package org.orcacomet.inside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The recorded slice from the controller's createSlice through its VMs' own boots to deleteSlice, in all its processes. */
class WholeLifeIT {
    private static final String ACTIVE = "[Active, None]";
    private static final String CLOSED = "[Closed, None]";
    private static final List<String> NODES = Arrays.asList("Node0", "Node1");
    private static final String[] FAMILIES = {"users", "interfaces", "storage", "routes", "scripts"};

    /** What happens between any two steps. */
    private interface Interlude {
        void play() throws Exception;
    }

    private final Map<String, Recording> units = new TreeMap<>();
    private Site site;
    private Controller controller;

    @BeforeEach
    void start(@TempDir Path folder) throws Exception {
        site = Site.installed(folder);
        controller = Controller.install(
                Files.createDirectories(folder.resolve("controller")),
                site.line().address(),
                site.comet().identity());
        // What createSlice answers is to be in COMET by then, however busy the machine is.
        controller.set("orca.comet.slice.wait.ms", "60000");
        controller.start(Controller.OURS);
    }

    @AfterEach
    void stop() throws Exception {
        controller.close();
        site.close();
    }

    @Test
    void slice_livesAndLeavesNothingBehind() throws Exception {
        live(() -> {});
        site.assertUnharmed();
    }

    @Test
    void slice_isTheSameWithAKillOfEachProcessBetweenAnyTwoSteps() throws Exception {
        live(this::killEach);
        site.assertUnharmed();
    }

    private void killEach() throws Exception {
        site.killComet();
        site.startComet();
        controller.kill();
        controller.start(Controller.OURS);
        site.crash();
    }

    private void live(Interlude interlude) throws Exception {
        createSlice();
        interlude.play();
        joinNodes();
        interlude.play();
        configureNodes();
        interlude.play();
        modifySlice();
        interlude.play();
        addLinkAndInterfaces();
        interlude.play();
        readInterfaces();
        interlude.play();
        leave();
        interlude.play();
        assertThat(controller.call("deleteSlice s1")).isEqualTo("ok true");
        interlude.play();
        site.awaitEmptyStore();
        assertThat(controller.call("listSlices")).isEqualTo("ok ");
    }

    private void createSlice() throws IOException {
        String answer = controller.call("createSlice s1 Node0=bbnvmsite.vm Node1=bbnvmsite.vm");
        assertThat(answer).startsWith("ok ");
        List<String> ids = Arrays.asList(answer.split(" "));
        units.put("Node0", unit("node0-01-join", ids.get(1), ids.get(2)));
        units.put("Node1", unit("node1-01-join", ids.get(1), ids.get(3)));
        assertThat(site.census()).hasSize(2 * NODES.size());
    }

    /** As it was recorded, but of this slice, and without what the controller gives. */
    private static Recording unit(String name, String slice, String rid) throws IOException {
        return Recording.join(name)
                .without("slice.comet.")
                .without("unit.comet.")
                .with("unit.sliceid", slice)
                .with("unit.rid", rid);
    }

    /** What the service manager's demand, or modify, of an element takes to the aggregate manager. */
    private Map<String, String> carried(String element) throws IOException {
        String answer = controller.call("carried s1 " + element);
        assertThat(answer).startsWith("ok ");
        Map<String, String> carried = new TreeMap<>();
        for (String pair : answer.substring("ok ".length()).split("&")) {
            int equals = pair.indexOf('=');
            carried.put(pair.substring(0, equals), URLDecoder.decode(pair.substring(equals + 1), "UTF-8"));
        }
        return carried;
    }

    private void joinNodes() throws Exception {
        for (String node : NODES) {
            carried(node).forEach(units.get(node)::with);
            site.redeem(units.get(node));
        }
        for (String node : NODES) {
            site.awaitState(units.get(node).rid(), ACTIVE);
        }
        assertThat(site.census()).hasSize((2 + FAMILIES.length) * NODES.size());
    }

    private Vm boot(String node) throws IOException {
        return Vm.boot(site.userData(units.get(node)), site.comet().identity().ca());
    }

    private void configureNodes() throws Exception {
        for (String node : NODES) {
            try (Vm vm = boot(node)) {
                for (String family : FAMILIES) {
                    assertThat(vm.family(family)).as(family).contains("val_");
                }
                assertThat(vm.family("users")).contains("root");
                vm.announce("10.0.0." + node.charAt(4), "ssh-rsa AAAA " + node);
            }
        }
        for (String node : NODES) {
            try (Vm vm = boot(node)) {
                assertPeers(vm);
            }
        }
    }

    private void assertPeers(Vm vm) throws Exception {
        Map<String, String> hosts = vm.peers("hosts");
        Map<String, String> keys = vm.peers("pubkeys");
        assertThat(hosts).hasSize(NODES.size());
        for (String node : NODES) {
            String rid = units.get(node).rid();
            assertThat(hosts.get(rid)).contains(node, "10.0.0." + node.charAt(4));
            assertThat(keys.get(rid)).contains("ssh-rsa AAAA " + node);
        }
    }

    private void modifySlice() throws IOException {
        String answer = controller.call("modifySlice s1 Link1=bbnvmsite.vlan ~Node0?"
                + Recording.modify("plain-node0-01-modify").query() + " ~Node1?"
                + Recording.modify("plain-node1-01-modify").query());
        assertThat(answer).startsWith("ok ");
        List<String> ids = Arrays.asList(answer.split(" "));
        units.put("Link1", unit("link1-01-join", ids.get(1), ids.get(ids.size() - 1)));
        for (String node : NODES) {
            await(node).atMost(Site.LONG).until(() -> carried(node).containsKey("modify.subcommand.1"));
        }
    }

    private void addLinkAndInterfaces() throws Exception {
        Recording link = units.get("Link1");
        carried("Link1").forEach(link::with);
        site.redeem(link);
        for (String node : NODES) {
            Recording added = Recording.empty();
            carried(node).forEach(added::with);
            site.modify(units.get(node).rid(), added);
        }
        for (String node : NODES) {
            assertThat(site.awaitModified(units.get(node).rid(), 1)).contains("succeeded");
        }
        site.awaitState(link.rid(), ACTIVE);
        assertThat(site.census()).noneMatch(scope -> scope.contains(link.rid()));
        assertThat(site.home().unit(link.rid()).stringPropertyNames()).noneMatch(name -> name.contains(".comet."));
        assertThat(site.userData(link)).satisfies(file -> assertThat(Files.readAllLines(file))
                .noneMatch(line -> line.startsWith("comet") || line.startsWith("slicecomet")));
    }

    private void readInterfaces() throws Exception {
        for (String node : NODES) {
            try (Vm vm = boot(node)) {
                String mac = carried(node).get("modify.1.mac").replace(":", "");
                assertThat(vm.family("interfaces")).contains(mac);
                assertPeers(vm);
            }
        }
    }

    private void leave() throws Exception {
        for (Recording unit : units.values()) {
            site.close(unit.rid());
        }
        for (Recording unit : units.values()) {
            site.awaitState(unit.rid(), CLOSED);
        }
    }
}
