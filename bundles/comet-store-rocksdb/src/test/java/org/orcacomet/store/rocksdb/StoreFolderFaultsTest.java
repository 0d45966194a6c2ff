package org.orcacomet.store.rocksdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.orcacomet.store.testkit.Samples.alone;
import static org.orcacomet.store.testkit.Samples.creation;
import static org.orcacomet.store.testkit.Samples.key;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.orcacomet.api.ScopeKey;

class StoreFolderFaultsTest {
    private static final ScopeKey FIRST = key("slice", "users", "vm1");
    private static final ScopeKey LAST = key("slice", "users", "vm3");

    @TempDir
    Path temp;

    @FunctionalInterface
    interface Fault {
        void make(Path dir) throws Exception;
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                row("a file in its place", dir -> Files.createFile(dir), "cannot be written"),
                row("something else in it", StoreFolderFaultsTest::stranger, "holds something else than a store"),
                row("of another version", dir -> mark(dir, "org.orcacomet.store.rocksdb 2\n"), "is of version 2"),
                row("a marker of noise", dir -> mark(dir, "noise"), "is damaged"),
                row("an empty marker", dir -> mark(dir, ""), "is damaged"),
                row("no database", StoreFolderFaultsTest::dropDatabase, "is damaged"),
                row("no manifest", StoreFolderFaultsTest::dropManifest, "is damaged"),
                row("a fault within the log", StoreFolderFaultsTest::breakLog, "is damaged"),
                row("a log that was cut short", StoreFolderFaultsTest::breakOff, "has lost changes"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    void open_tellsTheOperatorInOneSentence(String name, Fault fault, String said) throws Exception {
        fault.make(dir());
        assertThatThrownBy(() -> RocksDbScopeStore.open(dir()))
                .isInstanceOf(IOException.class)
                .hasNoCause()
                .hasMessageContaining(dir().toString())
                .hasMessageContaining(said)
                .hasMessageMatching("[A-Z][^\n]*\\.");
    }

    @Test
    void open_tellsOfAFolderThatCannotBeMade() {
        assertThatThrownBy(() -> RocksDbScopeStore.open(Path.of("/proc/self/store")))
                .hasMessageStartingWith("The store's folder /proc/self/store cannot be written: ");
        assertThatThrownBy(() -> RocksDbScopeStore.open(Path.of("")))
                .hasMessageStartingWith("The store has no folder: ");
    }

    @Test
    void open_refusesAStoreThatIsOpen() throws Exception {
        try (RocksDbScopeStore store = RocksDbScopeStore.open(dir())) {
            assertThatThrownBy(() -> RocksDbScopeStore.open(dir()))
                    .hasMessageContaining("is open elsewhere")
                    .hasMessageContaining(dir().toString());
            store.apply(alone(creation(FIRST, "still works")));
        }
        RocksDbScopeStore.open(dir()).close();
    }

    @Test
    void open_leavesAStrangersFolderAsItWas() throws Exception {
        stranger(dir());
        assertThatThrownBy(() -> RocksDbScopeStore.open(dir())).isInstanceOf(IOException.class);
        try (Stream<Path> content = Files.list(dir())) {
            assertThat(content).hasSize(1);
        }
    }

    @Test
    void open_toleratesATornTailThatNobodyWasToldOf() throws Exception {
        fill(dir());
        Path acknowledged = dir().resolve("acknowledged");
        try (RandomAccessFile file = new RandomAccessFile(acknowledged.toFile(), "rw")) {
            file.writeLong(2);
        }
        cutLog(dir());
        try (RocksDbScopeStore store = RocksDbScopeStore.open(dir())) {
            assertThat(store.read(FIRST)).isPresent();
            assertThat(store.read(LAST)).isEmpty();
        }
    }

    @Test
    void open_goesOnWithoutWhatWasCutOffOnceTheOperatorSaysSo() throws Exception {
        fill(dir());
        cutLog(dir());
        assertThatThrownBy(() -> RocksDbScopeStore.open(dir())).hasMessageContaining("has lost changes");
        assertThatThrownBy(() -> RocksDbScopeStore.open(dir())).hasMessageContaining("has lost changes");
        Files.delete(dir().resolve("acknowledged"));
        try (RocksDbScopeStore store = RocksDbScopeStore.open(dir())) {
            assertThat(store.read(FIRST)).isPresent();
            store.apply(alone(creation(LAST, "text")));
        }
        RocksDbScopeStore.open(dir()).close();
    }

    @Test
    void open_takesUpAFirstStartThatWasCutShort() throws Exception {
        fill(dir());
        Files.delete(dir().resolve("VERSION"));
        Files.createFile(dir().resolve("VERSION.new"));
        RocksDbScopeStore.open(dir()).close();
        assertThat(dir().resolve("VERSION")).hasContent("org.orcacomet.store.rocksdb 1\n");
    }

    private Path dir() {
        return temp.resolve("store");
    }

    private static Arguments row(String name, Fault fault, String said) {
        return Arguments.of(name, fault, said);
    }

    private static void stranger(Path dir) throws IOException {
        Files.createDirectory(dir);
        Files.createFile(dir.resolve("thesis.txt"));
    }

    private static void fill(Path dir) throws Exception {
        try (RocksDbScopeStore store = RocksDbScopeStore.open(dir)) {
            store.apply(alone(creation(FIRST, "text")));
            store.apply(alone(creation(key("slice", "users", "vm2"), "text")));
            store.apply(alone(creation(LAST, "text")));
        }
    }

    private static void mark(Path dir, String marker) throws Exception {
        fill(dir);
        Files.writeString(dir.resolve("VERSION"), marker);
    }

    private static void dropDatabase(Path dir) throws Exception {
        fill(dir);
        try (Stream<Path> files = Files.list(dir.resolve("db"))) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
    }

    private static void dropManifest(Path dir) throws Exception {
        fill(dir);
        Files.delete(file(dir, "MANIFEST"));
    }

    private static void breakLog(Path dir) throws Exception {
        fill(dir);
        try (RandomAccessFile file = new RandomAccessFile(file(dir, ".log").toFile(), "rw")) {
            file.seek(100);
            file.write(0xFF ^ file.read());
        }
    }

    private static void breakOff(Path dir) throws Exception {
        fill(dir);
        cutLog(dir);
    }

    private static void cutLog(Path dir) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(file(dir, ".log").toFile(), "rw")) {
            file.setLength(file.length() - 1);
        }
    }

    private static Path file(Path dir, String part) throws IOException {
        try (Stream<Path> files = Files.list(dir.resolve("db"))) {
            return files.filter(file -> file.getFileName().toString().contains(part))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
