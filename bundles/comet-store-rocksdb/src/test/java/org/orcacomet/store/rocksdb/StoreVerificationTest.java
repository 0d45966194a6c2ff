package org.orcacomet.store.rocksdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.orcacomet.store.testkit.Samples.alone;
import static org.orcacomet.store.testkit.Samples.creation;
import static org.orcacomet.store.testkit.Samples.key;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.orcacomet.api.ContextId;
import org.orcacomet.store.RecordFault;
import org.orcacomet.store.StoreUnavailable;
import org.orcacomet.store.Verification;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;

/** What is wrong with a store that is open and in use. */
class StoreVerificationTest {
    private static final int CONTEXTS = 200;
    private static final ContextId SLICE = ContextId.parse("slice-7");

    @TempDir
    Path dir;

    private void fill() throws Exception {
        try (RocksDbScopeStore store = RocksDbScopeStore.open(dir)) {
            for (int i = 0; i < CONTEXTS; i++) {
                store.apply(alone(creation(key("slice-" + i, "users", "vm1"), "the text of " + i)));
                store.apply(alone(creation(key("slice-" + i, "users", "vm2"), "the text of " + i)));
            }
        }
    }

    @Test
    void verify_tellsADamagedRecordAndLooksAtTheOthers() throws Exception {
        fill();
        try (Options options = new Options();
                RocksDB rocks = RocksDB.open(options, dir.resolve("db").toString())) {
            rocks.put("slice-7\0users\0vm1".getBytes(StandardCharsets.UTF_8), new byte[] {1, 2, 3});
            rocks.put("slice-7\0users".getBytes(StandardCharsets.UTF_8), new byte[] {1, 2, 3});
            rocks.put("slice-8\0".getBytes(StandardCharsets.UTF_8), new byte[] {1, 2, 3});
        }
        try (RocksDbScopeStore store = RocksDbScopeStore.open(dir)) {
            assertThat(store.verify(SLICE))
                    .isEqualTo(new Verification(
                            3,
                            List.of(
                                    RecordFault.ofContext("a record's name is damaged"),
                                    RecordFault.of(key("slice-7", "users", "vm1"), "the record is damaged"))));
            assertThat(store.verify(ContextId.parse("slice-8")).faults())
                    .contains(RecordFault.ofContext("the context's revision is damaged"));
            assertThat(store.verify(ContextId.parse("slice-9"))).isEqualTo(new Verification(2, List.of()));
            assertThat(store.verifyFiles()).isEmpty();
            assertThat(store.contexts(Optional.of(SLICE), 2))
                    .extracting(ContextId::toString)
                    .containsExactly("slice-70", "slice-71");
        }
    }

    static Stream<Arguments> damages() {
        return Stream.of(
                Arguments.of("slice-7\0users\0vm1", "the store is damaged at slice-7/users/vm1"),
                Arguments.of("slice-7\0", "the store is damaged at the revision of slice-7"),
                Arguments.of("slice-7\0\0vm1", "the store is damaged at a name (family is empty)"));
    }

    /** An export without it would look whole. */
    @ParameterizedTest
    @MethodSource("damages")
    void scanAndListing_areRefusedWhereSomethingIsDamaged(String name, String refusal) throws Exception {
        fill();
        try (Options options = new Options();
                RocksDB rocks = RocksDB.open(options, dir.resolve("db").toString())) {
            rocks.put(name.getBytes(StandardCharsets.UTF_8), new byte[] {1, 2, 3});
        }
        try (RocksDbScopeStore store = RocksDbScopeStore.open(dir)) {
            assertThatThrownBy(() -> store.scan(record -> {}))
                    .isInstanceOf(StoreUnavailable.class)
                    .hasMessage(refusal);
            assertThatThrownBy(() -> store.list(SLICE))
                    .isInstanceOf(StoreUnavailable.class)
                    .hasMessage(refusal);
        }
    }

    @Test
    void verifyFiles_namesATableThatIsDamagedWhileItIsInUse() throws Exception {
        fill();
        try (RocksDbScopeStore store = RocksDbScopeStore.open(dir)) {
            assertThat(store.verifyFiles()).isEmpty();
            Path table = table();
            try (RandomAccessFile file = new RandomAccessFile(table.toFile(), "rw")) {
                file.seek(file.length() / 4);
                file.write(new byte[64]);
            }
            assertThat(store.verifyFiles()).containsExactly("the file db/" + table.getFileName() + " is damaged");
        }
    }

    private Path table() throws IOException {
        try (Stream<Path> files = Files.list(dir.resolve("db"))) {
            return files.filter(file -> file.toString().endsWith(".sst"))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
