package org.orcacomet.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.orcacomet.audit.Samples.NOON;
import static org.orcacomet.audit.Samples.ORCA;
import static org.orcacomet.audit.Samples.entry;
import static org.orcacomet.audit.Samples.files;
import static org.orcacomet.audit.Samples.lines;
import static org.orcacomet.audit.Samples.note;
import static org.orcacomet.audit.Samples.write;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.orcacomet.api.ContextId;
import org.orcacomet.api.Revision;

class AuditLogTest {
    private static final long RESERVE = 1 << 16;

    @TempDir
    Path dir;

    private AuditSettings settings(long fileBytes, int kept) {
        return new AuditSettings(dir.resolve("audit"), fileBytes, kept, RESERVE);
    }

    private AuditLog open() throws IOException {
        return AuditLog.open(settings(1 << 20, 0));
    }

    private Path folder() {
        return dir.resolve("audit");
    }

    private AuditVerdict verdict() throws IOException {
        return AuditVerify.files(files(folder()));
    }

    @Test
    void done_writesALineBeforeItReturns() throws Exception {
        try (AuditLog log = open()) {
            note(log, "slice-1", "vm \"1\" \uD83D\uDE00", 7);
            assertThat(lines(folder()))
                    .containsExactly("{\"time\":\"2026-11-22T12:00:00.123Z\",\"standing\":\"trusted\","
                            + "\"subject\":\"CN=orca,O=\\\"site\\\"\",\"keyFingerprint\":\"ab12\",\"call\":\"write\","
                            + "\"contextId\":\"slice-1\",\"family\":\"users\",\"key\":\"vm \\\"1\\\" \uD83D\uDE00\","
                            + "\"outcome\":\"done\",\"revision\":7,\"previous\":\"" + "0".repeat(64) + "\"}");
        }
        assertThat(verdict().lines()).isEqualTo(1);
    }

    @Test
    void files_areTheirOwnersAlone() throws Exception {
        try (AuditLog log = open()) {
            note(log, "slice", "vm", 1);
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder())))
                    .isEqualTo("rwx------");
            try (var files = Files.list(folder())) {
                assertThat(files.toList()).isNotEmpty().allSatisfy(file -> assertThat(
                                PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                        .isEqualTo("rw-------"));
            }
        }
    }

    @Test
    void chain_goesOnOverFilesAndStarts() throws Exception {
        for (int start = 0; start < 3; start++) {
            try (AuditLog log = AuditLog.open(settings(4096, 0))) {
                for (int i = 1; i <= 40; i++) {
                    note(log, "slice-" + start, "vm" + i, i);
                }
            }
        }
        assertThat(files(folder())).hasSizeGreaterThan(5);
        assertThat(verdict()).isEqualTo(new AuditVerdict(120, true, verdict().last(), Optional.empty()));
    }

    @Test
    void files_areForgottenFromTheOldestOn() throws Exception {
        try (AuditLog log = AuditLog.open(settings(4096, 2))) {
            for (int i = 1; i <= 100; i++) {
                note(log, "slice", "vm" + i, i);
            }
        }
        assertThat(files(folder())).hasSize(3);
        assertThat(verdict().fault()).isEmpty();
        assertThat(verdict().isFromTheBeginning()).isFalse();
    }

    @Test
    void latest_areTheLatestFirstOverFiles() throws Exception {
        try (AuditLog log = AuditLog.open(settings(4096, 0))) {
            for (int i = 1; i <= 60; i++) {
                note(log, "slice-" + i % 2, "vm" + i, i);
            }
            assertThat(log.latest(Optional.empty(), 2))
                    .containsExactly(entry("slice-0", "vm60", 60), entry("slice-1", "vm59", 59));
            assertThat(log.latest(Optional.of(ContextId.parse("slice-1")), 1000))
                    .hasSize(30)
                    .startsWith(entry("slice-1", "vm59", 59))
                    .endsWith(entry("slice-1", "vm1", 1));
            assertThat(log.latest(Optional.of(ContextId.parse("other")), 10)).isEmpty();
        }
    }

    @Test
    void batch_hasALineForEachScopeOrOneForItsRefusal() throws Exception {
        List<AuditedChange> changes = List.of(write("slice", "a"), write("slice", "b"));
        try (AuditLog log = open()) {
            log.begin(ORCA, changes).done(NOON, Optional.of(Revision.of(3)));
            log.begin(ORCA, changes).refused(NOON, Outcome.CONFLICT);
            assertThat(log.latest(Optional.empty(), 10))
                    .containsExactly(
                            new AuditEntry(
                                    NOON,
                                    ORCA,
                                    new AuditedChange(AuditedCall.WRITE, "slice", "", ""),
                                    AuditEntry.Ending.of(Outcome.CONFLICT)),
                            entry("slice", "b", 3),
                            entry("slice", "a", 3));
        }
    }

    @Test
    void refusals_haveAHundredLinesAndThenACount() throws Exception {
        try (AuditLog log = open()) {
            for (int i = 0; i < 500; i++) {
                log.begin(ORCA, List.of(write("slice", "vm"))).refused(NOON, Outcome.DENIED);
            }
            Awaitility.await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> assertThat(lines(folder()))
                    .hasSizeGreaterThan(100));
            // There are two counts, and lines between them, where a second passes in the middle of the refusals.
            Awaitility.await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> assertThat(
                            log.latest(Optional.empty(), 1000))
                    .hasSizeBetween(101, 200)
                    .extracting(entry -> entry.ending().count())
                    .anyMatch(count -> count > 1)
                    .satisfies(counts -> assertThat(
                                    counts.stream().mapToLong(Long::longValue).sum())
                            .isEqualTo(500)));
        }
        assertThat(verdict().fault()).isEmpty();
    }

    @Test
    void refusals_areFewerWhereTheirNamesAreLong() throws Exception {
        try (AuditLog log = open()) {
            for (int i = 0; i < 500; i++) {
                log.refused(refusal("x".repeat(4000)));
            }
            Awaitility.await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> assertThat(lines(folder()))
                    .anyMatch(line -> line.contains("\"count\"")));
            assertThat(lines(folder())).hasSizeLessThan(20);
        }
    }

    @Test
    void refusals_arePutAsideAndForgottenAsAllLinesAre() throws Exception {
        try (AuditLog log = AuditLog.open(settings(4096, 1))) {
            for (int round = 0; round < 4; round++) {
                for (int i = 0; i < 20; i++) {
                    log.refused(refusal("vm"));
                }
                log.latest(Optional.empty(), 1);
            }
        }
        assertThat(files(folder())).hasSize(2);
        assertThat(verdict().fault()).isEmpty();
        assertThat(verdict().isFromTheBeginning()).isFalse();
    }

    private static AuditEntry refusal(String key) {
        return new AuditEntry(NOON, ORCA, write("slice", key), AuditEntry.Ending.of(Outcome.DENIED));
    }

    @Test
    void files_haveNumbersThatNoneHadBefore() throws Exception {
        Path archive = Files.createDirectory(dir.resolve("archive"));
        for (int start = 0; start < 3; start++) {
            try (AuditLog log = AuditLog.open(settings(4096, 0))) {
                for (int i = 1; i <= 40; i++) {
                    note(log, "slice", "vm" + i, i);
                }
            }
            for (Path file : files(folder())) {
                if (!file.endsWith("audit.log")) {
                    Files.move(file, archive.resolve(file.getFileName()));
                }
            }
        }
        List<Path> all = new ArrayList<>(files(archive));
        all.set(all.size() - 1, folder().resolve("audit.log"));
        assertThat(AuditVerify.files(all).lines()).isEqualTo(120);
        assertThat(AuditVerify.files(all).fault()).isEmpty();
    }

    @Test
    void file_thatIsTakenElsewhereWhileItIsWrittenIsFollowedByTheNext() throws Exception {
        Path elsewhere = dir.resolve("elsewhere");
        try (AuditLog log = AuditLog.open(settings(4096, 0))) {
            note(log, "slice", "vm", 1);
            Files.move(folder().resolve("audit.log"), elsewhere);
            for (int i = 1; i <= 40; i++) {
                note(log, "slice", "vm" + i, i);
            }
        }
        List<Path> all = new ArrayList<>(List.of(elsewhere));
        all.addAll(files(folder()));
        assertThat(AuditVerify.files(all).lines()).isEqualTo(41);
        assertThat(AuditVerify.files(all).fault()).isEmpty();
    }

    @Test
    void begin_promisesNoMoreThanTheReserveHas() throws Exception {
        try (AuditLog log = open()) {
            assertThatThrownBy(() -> log.begin(ORCA, copies(100)))
                    .isInstanceOf(AuditUnavailable.class)
                    .hasMessageContaining("make it several calls");
            Draft most = log.begin(ORCA, copies(80));
            assertThatThrownBy(() -> log.begin(ORCA, copies(80)))
                    .isInstanceOf(AuditUnavailable.class)
                    .hasMessage("too many changes are under way for the audit");
            most.refused(NOON, Outcome.CONFLICT);
            for (int i = 0; i < 1000; i++) {
                note(log, "slice", "vm", i + 1);
            }
        }
    }

    private static List<AuditedChange> copies(int number) {
        return Collections.nCopies(number, write("slice", "vm"));
    }

    @Test
    void begin_isRefusedWhereThereIsNoRoomForTheReserve() throws Exception {
        AuditSettings huge = new AuditSettings(folder(), 1 << 20, 0, 1L << 60);
        try (AuditLog log = AuditLog.open(huge)) {
            assertThat(log.fault().orElseThrow()).startsWith("the audit's disk is full or fails: changes are refused");
            assertThatThrownBy(() -> log.begin(ORCA, List.of(write("slice", "vm"))))
                    .isInstanceOf(AuditUnavailable.class)
                    .hasMessage(log.fault().orElseThrow());
            assertThat(log.latest(Optional.empty(), 10)).isEmpty();
        }
    }

    @Test
    void begin_isRefusedWhileTheLastLinesAreNotKnownToBeOnTheDisk() throws Exception {
        Path last = folder().resolve("audit.last");
        try (AuditLog log = open()) {
            Files.createDirectory(last);
            note(log, "slice", "vm1", 1);
            Awaitility.await().until(() -> log.fault().isPresent());
            assertThatThrownBy(() -> log.begin(ORCA, copies(1))).isInstanceOf(AuditUnavailable.class);
            Files.delete(last);
            Awaitility.await().until(() -> log.fault().isEmpty());
            assertThat(last).content().startsWith(verdict().last());
            note(log, "slice", "vm2", 2);
        }
        assertThat(verdict()).isEqualTo(new AuditVerdict(2, true, verdict().last(), Optional.empty()));
    }

    @Test
    void open_mendsATornLineAndGoesOn() throws Exception {
        try (AuditLog log = open()) {
            note(log, "slice", "vm1", 1);
            note(log, "slice", "vm2", 2);
        }
        Path file = folder().resolve("audit.log");
        String whole = Files.readString(file);
        for (String torn : List.of("{\"time\":\"2026", "\0\0\0\0\0\0\0", "{\"ti\0\0\0", "x".repeat(3 << 20))) {
            Files.writeString(file, torn, StandardOpenOption.APPEND);
            open().close();
            assertThat(Files.readString(file)).isEqualTo(whole);
        }
        try (AuditLog log = open()) {
            note(log, "slice", "vm3", 3);
        }
        assertThat(verdict()).isEqualTo(new AuditVerdict(3, true, verdict().last(), Optional.empty()));
    }

    @Test
    void open_goesOnAfterFilesThatWereTakenElsewhere() throws Exception {
        try (AuditLog log = open()) {
            note(log, "slice", "vm1", 1);
        }
        Path elsewhere = Files.move(folder().resolve("audit.log"), dir.resolve("elsewhere"));
        try (AuditLog log = open()) {
            note(log, "slice", "vm2", 2);
        }
        AuditVerdict all = AuditVerify.files(List.of(elsewhere, folder().resolve("audit.log")));
        assertThat(all.fault()).isEmpty();
        assertThat(all.lines()).isEqualTo(2);
        assertThat(verdict().isFromTheBeginning()).isFalse();
    }

    @Test
    void refusals_areCountedWhereTheirLinesHaveNoPlace() throws Exception {
        try (AuditLog log = AuditLog.open(new AuditSettings(folder(), 1 << 20, 0, 1L << 60))) {
            log.refused(refusal("vm"));
            assertThat(log.latest(Optional.empty(), 10)).isEmpty();
        }
        assertThat(lines(folder())).isEmpty();
    }

    @Test
    void open_refusesAFolderThatAnotherHasOrThatCannotBeMade() throws Exception {
        try (AuditLog log = open()) {
            assertThatThrownBy(this::open).hasMessageContaining("is in use by another COMET service");
            note(log, "slice", "vm", 1);
        }
        Path file = Files.createFile(dir.resolve("file"));
        assertThatThrownBy(() -> AuditLog.open(AuditSettings.in(file.resolve("audit"))))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("set folder of org.orcacomet.audit");
    }

    @Test
    void close_letsNobodyWriteAnyMore() throws Exception {
        AuditLog log = open();
        Draft late = log.begin(ORCA, List.of(write("slice", "vm")));
        log.close();
        assertThatThrownBy(() -> late.done(NOON, Optional.empty())).isInstanceOf(AuditUnavailable.class);
        assertThat(lines(folder())).isEmpty();
    }

    @Test
    void lines_ofManyThreadsAreOneChain() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try (AuditLog log = AuditLog.open(settings(1 << 15, 0))) {
            Callable<Boolean> task = () -> {
                for (int i = 0; i < 200; i++) {
                    note(log, "slice", "vm", i + 1);
                }
                return true;
            };
            for (Future<Boolean> done : threads.invokeAll(Collections.nCopies(8, task))) {
                assertThat(done.get()).isTrue();
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(verdict().lines()).isEqualTo(1600);
        assertThat(verdict().fault()).isEmpty();
    }
}
