package org.orcacomet.trials.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.orcacomet.trials.deployment.Setup;
import org.orcacomet.trials.deployment.SharedCluster;
import org.orcacomet.trials.service.Folders;
import org.orcacomet.trials.service.Launch;
import org.orcacomet.trials.service.ServiceProcess;
import org.orcacomet.trials.service.Tally;
import picocli.CommandLine;

/** The short form of {@code ./comet crash-test}, and that it sees a loss where there is one. */
class CrashTestIT {
    private static final Path SERVER = Path.of(System.getProperty("comet.server"));
    private static final int CHANGES = 20;

    @TempDir
    Path temp;

    private final Tally tally = new Tally();
    private final Crew crew = new Crew(tally, new Random(1), 3);

    @Test
    void kills_loseNothing() {
        assertThat(run("--kills", "2", "--writers", "4", "--only", "kills")).contains("Nothing was lost.");
    }

    @Test
    void disksThatFail_loseNothing() {
        assertThat(run("--writers", "3", "--only", "file-limit")).contains("disks that failed", "Nothing was lost.");
    }

    @Test
    void disksThatAreFull_loseNothing() throws Exception {
        assumeTrue(SmallDisk.isToBeHad(), "this machine's users may not have namespaces of their own");
        assertThat(run("--writers", "3", "--only", "disk-full")).contains("disks full", "Nothing was lost.");
    }

    @Test
    void damage_isToldOrLosesNothing() {
        assertThat(run("--writers", "3", "--damages", "2", "--only", "damage"))
                .contains("damaged files", "Nothing was lost.");
    }

    @Test
    void clockThatIsSetBack_losesNothing() {
        Path library = Path.of(System.getProperty("libfaketime"));
        assumeTrue(Files.exists(library), "there is no libfaketime; .ci/libfaketime DIR fetches it");
        assertThat(run("--writers", "3", "--only", "clock", "--libfaketime", library.toString()))
                .contains("clocks set back", "Nothing was lost.");
    }

    @Test
    void killsOfHeadsAndOfTheirStore_loseNothing() throws Exception {
        String said = run(
                CrashTest.command(Setup.on(SharedCluster.get())),
                "--store",
                "accumulo",
                "--kills",
                "2",
                "--writers",
                "3",
                "--seed",
                "1");
        assertThat(said).contains("kills while it is written to", "tablet servers killed", "Nothing was lost.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--kills=-1",
                "--kills=many",
                "--writers=0",
                "--damages=-1",
                "--only=fire",
                "--libfaketime=/nowhere",
                "--store=etcd",
                "--heads=3",
                "--fast"
            })
    void wrongArguments_areRefusedBeforeAnythingStarts(String argument) {
        StringWriter said = new StringWriter();
        int status = CrashTest.command(Setup.fresh())
                .setErr(new PrintWriter(said))
                .execute("--server", SERVER.toString(), "--work", temp.toString(), argument);
        assertThat(status).isEqualTo(2);
        assertThat(said.toString()).contains("Usage: comet crash-test");
        assertThat(temp).isEmptyDirectory();
    }

    @Test
    void audit_seesThatAStoreIsOlderAndThatItIsGone() throws Exception {
        Launch launch = Launch.of(SERVER, temp.resolve("service"));
        write(launch);
        Folders.copy(launch.data().resolve("store"), temp.resolve("older"));
        write(launch);
        assertThat(tally.losses()).isEmpty();
        remove(launch.data().resolve("store"));
        Folders.copy(temp.resolve("older"), launch.data().resolve("store"));
        audit(launch);
        assertThat(tally.losses()).anyMatch(loss -> loss.contains("was acknowledged as present at revision"));
        assertThat(tally.losses()).anyMatch(loss -> loss.contains("is at revision"));
        remove(launch.data().resolve("store"));
        audit(launch);
        assertThat(tally.losses()).anyMatch(loss -> loss.contains("was acknowledged as deleted and is absent"));
    }

    private void write(Launch launch) throws Exception {
        try (ServiceProcess service = launch.start()) {
            crew.write(service, CHANGES);
            service.kill();
        }
    }

    private void audit(Launch launch) throws Exception {
        try (ServiceProcess service = launch.start()) {
            crew.audit(service);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"disk-full", "file-limit", "damage", "clock", "kills,clock"})
    void scenariosOfAServicesOwnDiskAndClock_areRefusedWithAccumulo(String scenario) {
        StringWriter said = new StringWriter();
        int status = CrashTest.command(Setup.fresh())
                .setErr(new PrintWriter(said))
                .execute(
                        "--server",
                        SERVER.toString(),
                        "--work",
                        temp.toString(),
                        "--cluster",
                        temp.toString(),
                        "--store",
                        "accumulo",
                        "--only",
                        scenario);
        assertThat(status).isEqualTo(2);
        assertThat(said.toString()).contains("take --store rocksdb", "Usage: comet crash-test");
        assertThat(temp).isEmptyDirectory();
    }

    private static String run(String... arguments) {
        return run(CrashTest.command(Setup.fresh()), arguments);
    }

    private static String run(CommandLine command, String... arguments) {
        StringWriter said = new StringWriter();
        String[] all = Stream.concat(
                        Stream.of("--server", SERVER.toString(), "--work", System.getProperty("trials.work")),
                        Stream.of(arguments))
                .toArray(String[]::new);
        int status = command.setOut(new PrintWriter(said)).execute(all);
        assertThat(status).as(said.toString()).isZero();
        return said.toString();
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
