package org.orcacomet.bridge.am;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Scanner;
import orca.util.ID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.orcacomet.bridge.Inside;
import org.orcacomet.orca.spi.SliverLifecycle;

/** The command itself, beside a process whose worker runs. */
@Timeout(60)
class UninstallTest {
    private static final ID OBJECT = new ID("orca-comet");
    private static final Path COMMAND = Paths.get("src/main/scripts/orca-comet-uninstall");
    private static final String PLUGIN_LINE = "admin.plugin.comet=" + Uninstall.PLUGIN_PACKAGE + ",1";

    @TempDir
    Path folder;

    @TempDir
    Path home;

    private final FakeSlivers slivers = new FakeSlivers();
    private Inside inside;
    private FakeOrca orca;
    private AggregateManager manager;
    private String said = "";

    @BeforeEach
    void install() throws Exception {
        inside = Inside.in(folder).offering(SliverLifecycle.class, slivers);
        Files.createDirectories(home.resolve("config"));
        Files.write(
                properties(), Arrays.asList("comethost=https://head", PLUGIN_LINE, "admin.plugin.other=x,1"), UTF_8);
        Files.createDirectories(home.resolve("startup"));
        for (String name : new String[] {"orca-comet.tar.gz", "orca-comet-plugin.tar.gz", "neuca.tar.gz"}) {
            Files.createFile(home.resolve("startup").resolve(name));
        }
        use(new FakeOrca(home).withComet());
    }

    private void use(FakeOrca process) throws Exception {
        orca = process;
        orca.register(new CometManagementObject());
        manager = new AggregateManager(orca, inside.installation());
    }

    private void useInstead(FakeOrca process) throws Exception {
        manager.stop();
        Files.delete(home.resolve("db/objects/orca-comet.properties"));
        use(process);
    }

    @AfterEach
    void stop() {
        manager.stop();
        inside.close();
    }

    private Path properties() {
        return home.resolve("config/orca.properties");
    }

    private int run(int seconds, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(Arrays.asList("sh", COMMAND.toString(), home.toString()));
        command.addAll(Arrays.asList(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("ORCA_COMET_WAIT_SECONDS", String.valueOf(seconds));
        Process process = builder.start();
        try (InputStream out = process.getInputStream();
                Scanner text = new Scanner(out, "UTF-8").useDelimiter("\\A")) {
            said = text.hasNext() ? text.next() : "";
        }
        return process.waitFor();
    }

    private void assertUninstalled() {
        assertThat(orca.has(OBJECT)).isFalse();
        assertThat(home.resolve("db/objects")).isEmptyDirectory();
        assertThat(orca.uninstalled()).containsExactly(Uninstall.PLUGIN_PACKAGE, Uninstall.PACKAGE);
        assertThat(properties()).hasContent("comethost=https://head\nadmin.plugin.other=x,1");
        assertThat(properties().resolveSibling("orca.properties.before-uninstall"))
                .content()
                .contains(PLUGIN_LINE);
        assertThat(home.resolve("startup").toFile().list()).containsExactly("neuca.tar.gz");
    }

    private void assertUnchanged() {
        assertThat(orca.has(OBJECT)).isTrue();
        assertThat(orca.uninstalled()).isEmpty();
        assertThat(properties()).content().contains(PLUGIN_LINE);
        assertThat(home.resolve("startup").toFile().list()).hasSize(3);
    }

    @Test
    void command_takesOut_whatOrcaHasStored_thenTheFiles() throws Exception {
        manager.boot();
        assertThat(run(20)).as(said).isZero();
        assertThat(said).contains("restart ORCA to complete it");
        assertUninstalled();
    }

    @Test
    void command_works_withCometOff() throws Exception {
        useInstead(new FakeOrca(home));
        manager.boot();
        assertThat(run(20)).as(said).isZero();
        assertUninstalled();
        assertThat(inside.starts()).isZero();
    }

    @Test
    void command_changesNothing_whileCometIsOwed() throws Exception {
        slivers.owing("3");
        manager.boot();
        assertThat(run(20)).isOne();
        assertThat(said).contains("COMET is still owed 3 deletes").contains("--force");
        assertUnchanged();
    }

    @Test
    void command_goesOn_whileCometIsOwed_ifForced() throws Exception {
        slivers.owing("3");
        manager.boot();
        assertThat(run(20, "--force")).as(said).isZero();
        assertUninstalled();
    }

    @Test
    void command_changesNothing_whereOrcaDoesNotRun() throws Exception {
        assertThat(run(1)).isOne();
        assertThat(said).contains("ORCA does not run with this home");
        assertUnchanged();
        assertThat(home.resolve("orca-comet")).isEmptyDirectory();
    }

    @Test
    void command_changesNoFile_whereOrcaRefuses() throws Exception {
        useInstead(
                new FakeOrca(home) {
                    @Override
                    void unregister(ID object) throws Exception {
                        throw new java.sql.SQLException("no connection");
                    }
                }.withComet());
        manager.boot();
        assertThat(run(20)).isOne();
        assertThat(said).contains("ORCA cannot forget Orca-COMET: no connection");
        assertUnchanged();
    }

    @Test
    void command_changesNothing_whileOrcaIsStarting() throws Exception {
        useInstead(
                new FakeOrca(home) {
                    @Override
                    boolean has(ID object) {
                        return false;
                    }
                }.withComet());
        manager.boot();
        assertThat(run(20)).isOne();
        assertThat(said).contains("ORCA is still starting");
        assertThat(home.resolve("db/objects/orca-comet.properties")).exists();
        assertThat(home.resolve("startup").toFile().list()).hasSize(3);
    }

    @Test
    void task_afterTheCommand_works_andRegistersNothing() throws Exception {
        manager.boot();
        assertThat(run(20)).as(said).isZero();
        assertThat(manager.slivers()).isSameAs(slivers);
        assertThat(orca.has(OBJECT)).isFalse();
    }

    @Test
    void command_repeated_isNoError() throws Exception {
        manager.boot();
        assertThat(run(20)).as(said).isZero();
        assertThat(run(20)).as(said).isZero();
    }

    @Test
    void command_refusesWhatIsNoHome() throws Exception {
        home = Files.createDirectory(folder.resolve("elsewhere"));
        assertThat(run(1)).isOne();
        assertThat(said).contains("is no home of ORCA's");
        assertThat(run(1, "--quickly")).isEqualTo(2);
        assertThat(said).contains("usage:");
    }

    @Test
    void request_thatNobodyWaitsFor_isDropped() throws Exception {
        Path request = Files.createDirectories(home.resolve("orca-comet")).resolve("uninstall.request");
        Files.write(request, new byte[0]);
        Files.setLastModifiedTime(request, FileTime.from(Instant.now().minus(Duration.ofMinutes(3))));
        manager.boot();
        Awaitility.await().until(() -> !Files.exists(request));
        assertUnchanged();
    }
}
