package org.orcacomet.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Real kills, and a real full disk: a file system in memory, in a namespace of its own, which takes no root. */
@Timeout(120)
class AuditProcessTest {
    private static final List<String> APART = List.of("unshare", "--user", "--map-root-user", "--mount", "sh", "-c");

    @TempDir
    Path dir;

    @Test
    void kill_losesNoLineThatWasWritten() throws Exception {
        Path folder = dir.resolve("audit");
        Path said = dir.resolve("said");
        for (int round = 1; round <= 3; round++) {
            int most = 500 * round;
            Process process = AuditProcess.start(said, Stream.empty(), "write", folder.toString());
            Awaitility.await()
                    .atMost(Duration.ofSeconds(60))
                    .until(() -> Files.readAllLines(said).size() > most);
            process.destroyForcibly().waitFor();
            assertAllThere(Files.readAllLines(said), folder);
        }
    }

    /** As a kill in the middle of a line would leave it too; there is no file after one between two files. */
    private static void assertAllThere(List<String> said, Path folder) throws IOException {
        Path file = folder.resolve("audit.log");
        Files.writeString(file, "{\"time\":\"20", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        AuditLog.open(new AuditSettings(folder, 1 << 16, 0, 1 << 16)).close();
        AuditVerdict verdict = AuditVerify.files(Samples.files(folder));
        assertThat(verdict.fault()).isEmpty();
        Set<String> noted = new HashSet<>();
        for (String line : Samples.lines(folder)) {
            noted.add(line.replaceFirst(".*\"contextId\":\"(\\w+)\".*\"key\":\"(\\w+)\".*", "$1 $2"));
        }
        // The last one may be cut off in what was said.
        assertThat(noted)
                .containsAll(said.subList(0, said.size() - 1).stream()
                        .filter(line -> line.startsWith("slice"))
                        .toList());
    }

    @Test
    void fileThatCannotBePutAside_staysTheOneThatIsWritten() throws Exception {
        assertThat(onSmallDisk("size=8m,nr_inodes=20", "crowd"))
                .contains("crowded: true", "files: 1", "later: more", "verdict: faultless", "lines: 120");
    }

    @Test
    void fullDisk_takesTheLinesOfChangesUnderWayAndNoOthersUntilThereIsRoom() throws Exception {
        assertThat(onSmallDisk("size=8m", "fill"))
                .contains(
                        "filled: true",
                        "under way: 101",
                        "fault: the audit's disk is full or fails: changes are refused until 2 MiB are free there",
                        "begin: refused",
                        "lines: 102",
                        "verdict: faultless",
                        "files: 2");
    }

    /** What a process says there. */
    private List<String> onSmallDisk(String options, String task) throws Exception {
        assumeThat(exit("true"))
                .as("this machine lets users have no namespaces, so that no disk can be full: set "
                        + "kernel.unprivileged_userns_clone")
                .isZero();
        Path disk = Files.createDirectory(dir.resolve("disk"));
        Path said = dir.resolve("said");
        String mount = "mount -t tmpfs -o " + options + " tmpfs \"$0\" && exec \"$@\"";
        Stream<String> through = Stream.concat(APART.stream(), Stream.of(mount, disk.toString()));
        Process process = AuditProcess.start(said, through, task, disk.toString());
        assertThat(process.waitFor(100, TimeUnit.SECONDS)).isTrue();
        return Files.readAllLines(said);
    }

    private static int exit(String script) throws InterruptedException {
        try {
            return new ProcessBuilder(
                            Stream.concat(APART.stream(), Stream.of(script)).toList())
                    .start()
                    .waitFor();
        } catch (IOException noSuchProgram) {
            return 1;
        }
    }
}
