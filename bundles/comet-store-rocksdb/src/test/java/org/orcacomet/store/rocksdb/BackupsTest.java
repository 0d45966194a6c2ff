package org.orcacomet.store.rocksdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.orcacomet.store.testkit.Samples.alone;
import static org.orcacomet.store.testkit.Samples.creation;
import static org.orcacomet.store.testkit.Samples.key;
import static org.orcacomet.store.testkit.Samples.modification;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.orcacomet.api.ContextId;
import org.orcacomet.api.Family;
import org.orcacomet.api.Revision;
import org.orcacomet.api.ScopeKey;
import org.orcacomet.api.ScopeValue;
import org.orcacomet.store.Backup;
import org.orcacomet.store.BackupRefused;
import org.orcacomet.store.BackupRefused.Reason;
import org.orcacomet.store.Backups;
import org.orcacomet.store.RestoredBackup;
import org.orcacomet.store.ScopeRecord;

class BackupsTest {
    private static final int KEEP = 3;
    private static final ContextId SLICE = ContextId.parse("slice");
    private static final ScopeKey FIRST = key("slice", "users", "vm1");
    private static final ScopeKey SECOND = key("slice", "users", "vm2");

    @TempDir
    Path temp;

    private RocksDbScopeStore store;

    @BeforeEach
    void open() throws IOException {
        store = open(dir());
    }

    private RocksDbScopeStore open(Path dir) throws IOException {
        return RocksDbScopeStore.open(dir, 1 << 20, new BackupSettings(folder(), KEEP));
    }

    @AfterEach
    void close() throws IOException {
        store.close();
    }

    private Path dir() {
        return temp.resolve("store");
    }

    private Path folder() {
        return temp.resolve("backups");
    }

    private Backups backups() {
        return store.backups().orElseThrow();
    }

    private void write(ScopeKey key, String text) throws Exception {
        Optional<ScopeRecord> seen = store.read(key);
        store.apply(alone(seen.isPresent() ? modification(seen.get(), text) : creation(key, text)));
    }

    private String text(ScopeKey key) throws Exception {
        return store.read(key)
                .flatMap(ScopeRecord::value)
                .flatMap(ScopeValue::text)
                .orElse("nothing");
    }

    private List<Path> content(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.sorted().toList();
        }
    }

    @Test
    void restore_bringsBackWhatWasThereAndNothingOfWhatCameLater() throws Exception {
        write(FIRST, "before");
        Backup backup = backups().make();
        write(FIRST, "after");
        write(SECOND, "after");
        assertThat(store.list(SLICE).records()).hasSize(2);
        assertThat(store.list(SLICE, Family.parse("users")).records()).hasSize(2);

        RestoredBackup restored = backups().restore(backup.name());
        assertThat(restored.backup()).isEqualTo(backup);
        assertThat(text(FIRST)).isEqualTo("before");
        assertThat(store.read(SECOND)).isEmpty();
        assertThat(store.list(SLICE).records()).hasSize(1);
        assertThat(store.list(SLICE, Family.parse("users")).records()).hasSize(1);

        write(SECOND, "new");
        store.close();
        store = open(dir());
        assertThat(text(FIRST)).isEqualTo("before");
        assertThat(text(SECOND)).isEqualTo("new");
    }

    @Test
    void restore_keepsTheFormerStoreAsOneThatOpens() throws Exception {
        write(FIRST, "before");
        Backup backup = backups().make();
        write(FIRST, "after");
        Path former = backups().restore(backup.name()).former();
        assertThat(former.getParent()).isEqualTo(dir());
        try (RocksDbScopeStore old = RocksDbScopeStore.open(former)) {
            assertThat(old.read(FIRST).flatMap(ScopeRecord::value)).contains(ScopeValue.of("after"));
        }
    }

    @Test
    void restore_givesNoRevisionThatAnyoneHasSeenAgain() throws Exception {
        write(FIRST, "before");
        write(key("quiet", "users", "vm1"), "before");
        Backup backup = backups().make();
        write(FIRST, "after");
        write(FIRST, "after that");
        write(key("later", "users", "vm1"), "after");
        backups().restore(backup.name());

        assertThat(store.read(FIRST)).map(ScopeRecord::revision).contains(Revision.of(1));
        assertThat(store.list(SLICE).revision()).contains(Revision.of(4));
        assertThat(store.list(ContextId.parse("quiet")).revision()).contains(Revision.of(1));
        assertThat(store.list(ContextId.parse("later")).revision()).contains(Revision.of(2));
        assertThat(store.apply(alone(creation(SECOND, "new")))).isEqualTo(Revision.of(5));
    }

    @Test
    void restore_toAFreshStoreIsTheWayBackFromADestroyedDisk() throws Exception {
        write(FIRST, "before");
        Backup backup = backups().make();
        store.close();
        store = open(temp.resolve("fresh"));
        assertThat(text(FIRST)).isEqualTo("nothing");
        backups().restore(backup.name());
        assertThat(text(FIRST)).isEqualTo("before");
        store.close();
        store = open(temp.resolve("fresh"));
        assertThat(text(FIRST)).isEqualTo("before");
    }

    @Test
    void restore_canBeRepeatedAndTakenBack() throws Exception {
        write(FIRST, "first");
        Backup first = backups().make();
        write(FIRST, "second");
        Backup second = backups().make();
        for (Backup each : List.of(first, second, first, second)) {
            backups().restore(each.name());
            assertThat(text(FIRST)).isEqualTo(each.equals(first) ? "first" : "second");
        }
    }

    @Test
    void make_isForItsOwnerAlone() throws Exception {
        write(FIRST, "text");
        backups().make();
        assertThat(content(folder())).hasSizeGreaterThan(4).allSatisfy(path -> assertThat(
                        PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                .isEqualTo(Files.isDirectory(path) ? "rwx------" : "rw-------"));
    }

    @Test
    void make_keepsTheNewestAndRemovesWhatWasCutShort() throws Exception {
        Files.createDirectories(folder().resolve("backup-20200101T000000Z.part/db"));
        Files.createFile(folder().resolve("notes.txt"));
        List<Backup> made = new ArrayList<>();
        for (int i = 0; i < KEEP + 2; i++) {
            write(FIRST, "text " + i);
            made.add(backups().make());
        }
        assertThat(backups().list()).isEqualTo(made.subList(2, KEEP + 2));
        assertThat(folder().toFile().list())
                .hasSize(KEEP + 1)
                .contains("notes.txt")
                .noneMatch(name -> name.endsWith(".part"));
        try (Stream<Path> left = Files.list(dir())) {
            assertThat(left.map(path -> path.getFileName().toString()))
                    .containsExactlyInAnyOrder("VERSION", "acknowledged", "db", "lock");
        }
    }

    @Test
    void list_showsNothingThatIsNotWhole() throws Exception {
        assertThat(backups().list()).isEmpty();
        Backup backup = backups().make();
        Files.createDirectories(folder().resolve("backup-20200101T000000Z"));
        Files.createDirectories(folder().resolve("backup-20200101T000001Z.part"));
        Path damaged = Files.createDirectories(folder().resolve("backup-20200101T000002Z"));
        Files.writeString(damaged.resolve("BACKUP"), "noise");
        assertThat(backups().list()).containsExactly(backup);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "..", "../store", "backup-20261122T020500Z/..", "/etc", "backup-1", "a\u0000b", "BACKUP"})
    void restore_takesNamesOfBackupsAlone(String name) {
        assertThatThrownBy(() -> backups().restore(name))
                .isInstanceOf(BackupRefused.class)
                .hasMessageContaining("a backup has a name such as backup-")
                .extracting("reason")
                .isEqualTo(Reason.NO_NAME);
    }

    @Test
    void restore_saysThatThereIsNoSuchBackup() {
        assertThatThrownBy(() -> backups().restore("backup-20200101T000000Z"))
                .hasMessageContaining("there is no backup of this name")
                .extracting("reason")
                .isEqualTo(Reason.UNKNOWN);
    }

    @FunctionalInterface
    interface Fault {
        void make(Path backup) throws IOException;
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                fault("another version", "is of version 2", BackupsTest::ofTheNextVersion),
                fault("no manifest", "has no file BACKUP", backup -> Files.delete(backup.resolve("BACKUP"))),
                fault("a manifest that is cut", "in its file BACKUP", backup -> cut(backup.resolve("BACKUP"))),
                fault("a bit of the manifest", "in its file BACKUP", backup -> flip(backup.resolve("BACKUP"), 60)),
                fault("a table that is cut", "in its file db/", backup -> cut(table(backup))),
                fault("a bit of a table", "in its file db/", backup -> flip(table(backup), 20)),
                fault("no table", "is gone", backup -> Files.delete(table(backup))),
                fault(
                        "no CURRENT",
                        "its file db/CURRENT is gone",
                        backup -> Files.delete(backup.resolve("db/CURRENT"))),
                fault("no database", "is gone", BackupsTest::dropDatabase));
    }

    private static Arguments fault(String name, String said, Fault fault) {
        return Arguments.of(name, said, fault);
    }

    private static void ofTheNextVersion(Path backup) throws IOException {
        Path manifest = backup.resolve("BACKUP");
        Files.writeString(manifest, Files.readString(manifest).replace("backup 1\n", "backup 2\n"));
    }

    private static Path table(Path backup) throws IOException {
        try (Stream<Path> files = Files.list(backup.resolve("db"))) {
            return files.filter(file -> file.toString().endsWith(".sst"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static void cut(Path file) throws IOException {
        byte[] content = Files.readAllBytes(file);
        Files.delete(file);
        Files.write(file, Arrays.copyOf(content, content.length - 1));
    }

    private static void flip(Path file, int place) throws IOException {
        byte[] content = Files.readAllBytes(file);
        content[place] ^= 1;
        Files.delete(file);
        Files.write(file, content);
    }

    private static void dropDatabase(Path backup) throws IOException {
        try (Stream<Path> files = Files.list(backup.resolve("db"))) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    void restore_ofWhatIsNotWholeChangesNothing(String name, String said, Fault fault) throws Exception {
        write(FIRST, "before");
        Backup backup = backups().make();
        write(FIRST, "after");
        List<Path> before = content(dir());
        fault.make(folder().resolve(backup.name()));
        assertThatThrownBy(() -> backups().restore(backup.name()))
                .isInstanceOf(BackupRefused.class)
                .hasMessageStartingWith("nothing was changed, as " + backup.name())
                .hasMessageContaining(said)
                .hasMessageEndingWith("restore another backup")
                .extracting("reason")
                .isEqualTo(Reason.UNUSABLE);
        assertThat(text(FIRST)).isEqualTo("after");
        assertThat(content(dir())).isEqualTo(before);
        write(SECOND, "still works");
    }

    @Test
    void make_ofAStoreWithADamagedTableIsRefused() throws Exception {
        write(FIRST, "text ".repeat(100));
        backups().make();
        Path table = table(dir());
        byte[] content = Files.readAllBytes(table);
        content[20] ^= 1;
        try (RandomAccessFile file = new RandomAccessFile(table.toFile(), "rw")) {
            file.write(content);
        }
        assertThatThrownBy(() -> backups().make())
                .hasMessageContaining("no backup was made, as the store has damaged files");
        assertThat(backups().list()).hasSize(1);
    }

    /** Puts this under a key of the store's database. */
    private void damage(byte[] key, byte[] content) throws Exception {
        store.close();
        try (var options = new org.rocksdb.Options();
                var rocks =
                        org.rocksdb.RocksDB.open(options, dir().resolve("db").toString())) {
            rocks.put(key, content);
        }
        store = open(dir());
    }

    @Test
    void restore_overAStoreWithADamagedCounterIsDone() throws Exception {
        write(FIRST, "before");
        Backup backup = backups().make();
        damage("slice\0".getBytes(StandardCharsets.UTF_8), new byte[] {1, 2, 3});
        backups().restore(backup.name());
        assertThat(text(FIRST)).isEqualTo("before");
        assertThat(store.list(SLICE).revision()).contains(Revision.of(1));
    }

    @Test
    void restore_overAStoreWithADamagedNameIsDoneAndTheOtherContextsCountOn() throws Exception {
        write(FIRST, "before");
        Backup backup = backups().make();
        write(FIRST, "after");
        damage("a\u0001b\0".getBytes(StandardCharsets.UTF_8), new byte[] {0, 0, 0, 0, 0, 0, 0, 1});
        backups().restore(backup.name());
        assertThat(text(FIRST)).isEqualTo("before");
        assertThat(store.list(SLICE).revision()).contains(Revision.of(3));
    }

    @Test
    void make_ofAStoreThatIsClosedIsRefused() throws Exception {
        Backup backup = backups().make();
        Backups closed = backups();
        store.close();
        assertThatThrownBy(closed::make).hasMessage("no backup was made, as the store is closed");
        assertThatThrownBy(() -> closed.restore(backup.name())).hasMessageContaining("the store is closed");
        store = open(dir());
    }
}
