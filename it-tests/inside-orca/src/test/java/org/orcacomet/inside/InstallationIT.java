package org.orcacomet.inside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every way in which ORCA starts with the packages, and how they get in, up and out. */
class InstallationIT {
    private static final String ACTIVE = "[Active, None]";
    private static final String CLOSED = "[Closed, None]";
    private static final String PACKAGE = "b0c6a1de-3c1e-4f6a-9f43-0c0e70000001";

    private Site site;
    private Recording unit;

    @BeforeEach
    void prepare(@TempDir Path folder) throws Exception {
        site = Site.prepare(folder);
        unit = site.join("node0-01-join");
    }

    @AfterEach
    void stop() throws Exception {
        site.close();
    }

    private List<String> objects() throws IOException {
        Path table = site.home().folder().resolve("db/objects");
        if (!Files.isDirectory(table)) {
            return Collections.emptyList();
        }
        try (Stream<Path> rows = Files.list(table)) {
            return rows.map(row -> row.getFileName().toString()).collect(Collectors.toList());
        }
    }

    private void liveAndDie() throws Exception {
        site.redeem(unit);
        site.awaitState(unit.rid(), ACTIVE);
        assertThat(site.families(unit)).hasSize(5);
        site.close(unit.rid());
        site.awaitState(unit.rid(), CLOSED);
        site.awaitEmptyStore();
        site.assertUnharmed();
    }

    private String log() throws IOException {
        return String.join("\n", site.home().log());
    }

    @Test
    void freshBoot_thenRecoveryBoots() throws Exception {
        site.install();
        assertThat(site.boot()).isEqualTo("fresh");
        assertThat(objects()).hasSize(1);
        liveAndDie();
        site.crash();
        liveAndDie();
        // 143, or 0 where it saw the end of its input before the signal.
        assertThat(site.orca().terminate()).isIn(0, 143);
        assertThat(site.boot()).isEqualTo("recovered");
        liveAndDie();
    }

    @Test
    void liveInstallation_worksFromItsFirstRestart() throws Exception {
        site.boot();
        site.orca().kill();
        site.install();
        assertThat(site.boot()).isEqualTo("recovered");
        assertThat(objects()).isEmpty();
        liveAndDie();
        // The first task registered it for the boots to come, once.
        assertThat(objects()).hasSize(1);
        site.crash();
        liveAndDie();
        assertThat(objects()).hasSize(1);
        assertThat(log()).doesNotContain("Duplicate entry");
    }

    @Test
    void packageFiles_canBeUpgraded() throws Exception {
        site.install();
        site.boot();
        site.redeem(unit);
        site.awaitState(unit.rid(), ACTIVE);
        site.orca().terminate();
        site.install();
        site.boot();
        site.close(unit.rid());
        site.awaitState(unit.rid(), CLOSED);
        site.awaitEmptyStore();
    }

    @Test
    void startWithoutAnyProperty_changesNothing() throws Exception {
        Files.delete(site.home().configuration());
        site.install();
        site.boot();
        String threads = site.orca().order("threads");
        assertThat(Integer.parseInt(threads)).isLessThan(45);
        site.redeem(unit);
        site.awaitState(unit.rid(), ACTIVE);
        assertThat(new String(Files.readAllBytes(site.userData(unit)), "UTF-8")).contains("[users]");
        assertThat(site.census()).isEmpty();
    }

    @Test
    void uninstall_takesOutWhatOrcaHasStored() throws Exception {
        site.install();
        site.boot();
        Process script = new ProcessBuilder(
                        "sh",
                        site.home()
                                .folder()
                                .resolve("packages/" + PACKAGE + "/bin/orca-comet-uninstall")
                                .toString(),
                        site.home().folder().toString())
                .redirectErrorStream(true)
                .redirectOutput(site.home().folder().resolve("uninstall.txt").toFile())
                .start();
        assertThat(script.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(script.exitValue())
                .as(String.join("\n", Files.readAllLines(site.home().folder().resolve("uninstall.txt"))))
                .isZero();
        assertThat(objects()).isEmpty();
        site.orca().terminate();
        assertThat(site.boot()).isEqualTo("recovered");
        assertThat(log()).doesNotContain("ClassNotFoundException");
    }

    @Test
    void storage_holdsNoMoreThanOneCacheAfterCrashes() throws Exception {
        site.install();
        site.boot();
        liveAndDie();
        site.crash();
        site.crash();
        Path felix = site.home().folder().resolve("orca-comet/felix");
        await().atMost(Site.LONG).until(() -> caches(felix) <= 1);
    }

    private static long caches(Path folder) throws IOException {
        try (Stream<Path> each = Files.list(folder)) {
            return each.filter(Files::isDirectory).count();
        }
    }
}
