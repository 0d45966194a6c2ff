package org.orcacomet.store.rocksdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orcacomet.store.testkit.Samples.alone;
import static org.orcacomet.store.testkit.Samples.creation;
import static org.orcacomet.store.testkit.Samples.key;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.orcacomet.api.ScopeKey;
import org.orcacomet.store.ScopeRecord;
import org.orcacomet.store.StoreConflict;
import org.orcacomet.store.StoreUnavailable;

/**
 * Every file of a store, cut at many places, with a bit flipped at many, and gone: it is told, by its name, and nothing
 * else is touched, or nothing is lost.
 */
class StoreDamageTest {
    private static final int SESSIONS = 4;
    private static final int SCOPES = 20;
    private static final int PLACES = 8;

    @TempDir
    static Path temp;

    private static Path store;
    private static Map<ScopeKey, ScopeRecord> written;

    record Damage(Path file, String kind, int part) {
        void make(Path copy) throws IOException {
            if (kind.equals("gone")) {
                Files.delete(copy.resolve(file));
            } else {
                change(copy);
            }
        }

        private void change(Path copy) throws IOException {
            try (RandomAccessFile damaged =
                    new RandomAccessFile(copy.resolve(file).toFile(), "rw")) {
                long place = damaged.length() * part / PLACES;
                if (kind.equals("cut")) {
                    damaged.setLength(place);
                } else if (place < damaged.length()) {
                    damaged.seek(place);
                    int was = damaged.read();
                    damaged.seek(place);
                    damaged.write(was ^ 1 << part % Byte.SIZE);
                }
            }
        }

        /** The name of the file; of one that is gone its kind, as who knows what it was called. */
        String told() {
            String name = file.getFileName().toString();
            return kind.equals("gone") && name.endsWith(".log") ? ".log" : name;
        }

        @Override
        public String toString() {
            return file + " " + kind + " at " + part + "/" + PLACES;
        }
    }

    @BeforeAll
    static void write() throws Exception {
        store = temp.resolve("store");
        for (int session = 0; session < SESSIONS; session++) {
            writeSession(session);
        }
        Path copy = copy("whole");
        written = all(copy);
        assertThat(written).hasSize(SESSIONS * SCOPES);
    }

    static Stream<Damage> damages() throws IOException {
        List<Path> files = files(store).stream().map(store::relativize).toList();
        return files.stream()
                .flatMap(file -> Stream.concat(
                        Stream.of(new Damage(file, "gone", 0)),
                        IntStream.range(0, PLACES)
                                .boxed()
                                .flatMap(part ->
                                        Stream.of(new Damage(file, "cut", part), new Damage(file, "flip", part)))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("damages")
    void open_tellsWhichFileIsDamagedOrLosesNothing(Damage damage) throws Exception {
        Path copy = copy("copy-" + damage.toString().replaceAll("\\W", "-"));
        damage.make(copy);
        Map<Path, String> before = content(copy);
        try {
            assertThat(all(copy)).isEqualTo(written);
        } catch (IOException told) {
            assertThat(told).message().contains(damage.told()).contains("restore a backup");
            assertThat(content(copy)).isEqualTo(before);
        }
    }

    private static void writeSession(int session) throws IOException, StoreConflict, StoreUnavailable {
        try (RocksDbScopeStore open = RocksDbScopeStore.open(store)) {
            for (int i = 0; i < SCOPES; i++) {
                String key = "vm" + session + "-" + i;
                open.apply(alone(creation(key("slice" + i % 3, "users", key), "the text of " + key)));
            }
        }
    }

    private static Map<ScopeKey, ScopeRecord> all(Path dir) throws IOException, StoreUnavailable {
        try (RocksDbScopeStore open = RocksDbScopeStore.open(dir)) {
            Map<ScopeKey, ScopeRecord> records = new HashMap<>();
            open.scan(record -> records.put(record.key(), record));
            return records;
        }
    }

    /** The locks hold nothing. */
    private static Map<Path, String> content(Path dir) throws IOException {
        Map<Path, String> content = new HashMap<>();
        for (Path file : files(dir)) {
            if (!file.getFileName().toString().equalsIgnoreCase("lock")) {
                content.put(file, Files.readString(file, StandardCharsets.ISO_8859_1));
            }
        }
        return content;
    }

    private static Path copy(String name) throws IOException {
        Path copy = temp.resolve(name);
        for (Path file : files(store)) {
            Path target = copy.resolve(store.relativize(file));
            Files.createDirectories(target.getParent());
            Files.copy(file, target);
        }
        return copy;
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
