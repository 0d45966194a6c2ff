package orca.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import orca.operator.OrcaHome;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Packages, plugins and management objects at each kind of boot, as they were seen in ORCA. */
class BootTest {
    private static final String RID = "r1";

    @TempDir
    private Path folder;

    private OrcaHome home;

    @BeforeEach
    void prepare() throws IOException {
        home = OrcaHome.in(folder.resolve("home")).set("admin.plugin.rec", "rec-package,1");
    }

    private String boot() throws Exception {
        try (Booted orca = Booted.start(home)) {
            return orca.process().awaitReady();
        }
    }

    private int failingBoot() throws Exception {
        try (Booted orca = Booted.start(home)) {
            return orca.process().status();
        }
    }

    private List<String> calls() throws IOException {
        Path file = home.folder().resolve("plugin.txt");
        return Files.exists(file) ? Files.readAllLines(file, UTF_8) : Collections.emptyList();
    }

    private void installRecording() throws IOException {
        home.install(Archive.recording(folder));
    }

    private void tell(String what) throws IOException {
        Files.createFile(home.folder().resolve(what));
    }

    @Test
    void freshBoot_asksTheFactoryAndDoesNotInitialize() throws Exception {
        installRecording();
        assertThat(boot()).isEqualTo("fresh");
        // The second line is the factory's own call.
        assertThat(calls()).containsExactly("IPluginFactory.create | main", "ManagementObject.initialize | main");
    }

    @Test
    void recoveryBoot_asksTheDatabase() throws Exception {
        freshBoot_asksTheFactoryAndDoesNotInitialize();
        assertThat(boot()).isEqualTo("recovered");
        assertThat(calls()).endsWith("ManagementObject.initialize | main", "ManagementObject.recover | main");
    }

    @Test
    void recoveryBoot_needsNoAdminLine() throws Exception {
        freshBoot_asksTheFactoryAndDoesNotInitialize();
        home.set("admin.plugin.rec", "other,1");
        assertThat(boot()).isEqualTo("recovered");
        assertThat(calls()).hasSize(4);
    }

    @Test
    void recoveryBoot_endsWhenThePackageIsGone() throws Exception {
        freshBoot_asksTheFactoryAndDoesNotInitialize();
        home.takeAway(folder.resolve("rec.tar.gz"));
        assertThat(failingBoot()).isEqualTo(255);
        assertThat(home.log()).anyMatch(line -> line.contains("ClassNotFoundException: rec.RecManager"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"create.exception", "initialize.exception"})
    void freshBoot_goesOnAfterAnException(String failure) throws Exception {
        installRecording();
        tell(failure);
        assertThat(boot()).isEqualTo("fresh");
        Files.delete(home.folder().resolve(failure));
        int before = calls().size();
        assertThat(boot()).isEqualTo("recovered");
        assertThat(calls()).hasSize(before);
    }

    @Test
    void recoveryBoot_endsWithAnException() throws Exception {
        freshBoot_asksTheFactoryAndDoesNotInitialize();
        tell("initialize.exception");
        assertThat(failingBoot()).isEqualTo(255);
    }

    @Test
    void boot_isHalfDeadAfterAnError() throws Exception {
        installRecording();
        tell("create.error");
        try (Booted orca = Booted.start(home)) {
            assertThat(orca.process().ask("actors 2")).startsWith("error");
            assertThat(orca.process().isAlive()).isTrue();
        }
    }

    @Test
    void liveInstallation_withPluginsFailsAtItsFirstBootAndWorksFromTheSecond() throws Exception {
        boot();
        installRecording();
        try (Booted orca = Booted.ready(home)) {
            assertThat(home.log()).anyMatch(line -> line.contains("installPackage"));
            assertThat(home.folder().resolve("handlers/probe/handler.xml")).exists();
        }
        assertThat(boot()).isEqualTo("recovered");
        assertThat(calls()).isEmpty();
    }

    @Test
    void liveInstallation_withoutPluginsWorksAtItsFirstBoot() throws Exception {
        boot();
        home.install(
                Archive.of("rec-package", Archive.WITHOUT_PLUGIN).withHandler().write(folder.resolve("rec.tar.gz")));
        try (Booted orca = Booted.ready(home)) {
            orca.redeem(RID);
            orca.awaitState(RID, "[Active, None]");
        }
        assertThat(home.log()).noneMatch(line -> line.contains("installPackage"));
    }

    @Test
    void boot_goesOnAfterABrokenPackage() throws Exception {
        home.install(Files.write(folder.resolve("broken.tar.gz"), new byte[] {1, 2, 3}));
        installRecording();
        assertThat(boot()).isEqualTo("fresh");
        assertThat(calls()).isNotEmpty();
    }

    @Test
    void crashBeforeTheUnitWasStored_leadsToAnotherJoin() throws Exception {
        installRecording();
        try (Booted orca = Booted.ready(home)) {
            orca.process().order("freeze redeemed");
            orca.process().order("halt join-ended");
            orca.redeem(RID);
            orca.process().status();
        }
        try (Booted orca = Booted.ready(home)) {
            orca.awaitTrace("join end of task");
            orca.awaitState(RID, "[Active, None]");
        }
    }
}
