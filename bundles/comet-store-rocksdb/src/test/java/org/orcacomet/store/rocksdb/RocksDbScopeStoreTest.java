package org.orcacomet.store.rocksdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.orcacomet.store.testkit.Samples.NOON;
import static org.orcacomet.store.testkit.Samples.alone;
import static org.orcacomet.store.testkit.Samples.creation;
import static org.orcacomet.store.testkit.Samples.key;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.orcacomet.api.ContextId;
import org.orcacomet.api.Revision;
import org.orcacomet.api.ScopeKey;
import org.orcacomet.api.TokenCodec;
import org.orcacomet.api.TokenPair;
import org.orcacomet.store.Change;
import org.orcacomet.store.Guard;
import org.orcacomet.store.Listing;
import org.orcacomet.store.ScopeRecord;
import org.orcacomet.store.StoreUnavailable;

class RocksDbScopeStoreTest {
    private static final ScopeKey USERS = key("slice", "users", "vm1");

    @TempDir
    Path temp;

    @Test
    void open_findsWhatWasThere() throws Exception {
        ScopeRecord written;
        try (RocksDbScopeStore store = RocksDbScopeStore.open(dir())) {
            store.apply(alone(creation(USERS, "text")));
            store.touch(store.read(USERS).orElseThrow(), NOON.plusSeconds(5));
            written = store.read(USERS).orElseThrow();
        }
        try (RocksDbScopeStore store = RocksDbScopeStore.open(dir())) {
            assertThat(store.read(USERS)).contains(written);
        }
    }

    @Test
    void open_countsOnWhenAllIsForgotten() throws Exception {
        try (RocksDbScopeStore store = RocksDbScopeStore.open(dir())) {
            store.apply(alone(creation(USERS, "text")));
            store.forget(store.read(USERS).orElseThrow());
        }
        try (RocksDbScopeStore store = RocksDbScopeStore.open(dir())) {
            assertThat(store.list(ContextId.parse("slice")))
                    .isEqualTo(new Listing(List.of(), Optional.of(Revision.of(1))));
            assertThat(store.apply(alone(creation(USERS, "text")))).isEqualTo(Revision.of(2));
        }
    }

    @Test
    void open_makesTheFolderForItsOwnerAlone() throws Exception {
        Files.createDirectory(dir());
        Files.setPosixFilePermissions(dir(), PosixFilePermissions.fromString("rwxrwxrwx"));
        RocksDbScopeStore.open(dir()).close();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(dir())))
                .isEqualTo("rwx------");
    }

    @Test
    void open_leavesNoLibraryBehind() throws Exception {
        RocksDbScopeStore.open(dir()).close();
        assertThat(files()).noneMatch(file -> file.toString().endsWith(".so"));
        try (Stream<Path> content = Files.list(dir())) {
            assertThat(content.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("VERSION", "acknowledged", "db", "lock");
        }
    }

    @Test
    void close_refusesWhatComesLater() throws Exception {
        RocksDbScopeStore store = RocksDbScopeStore.open(dir());
        store.close();
        assertThatThrownBy(() -> store.read(USERS))
                .isInstanceOf(StoreUnavailable.class)
                .hasMessage("the store is closed");
        assertThatThrownBy(store::probe).isInstanceOf(StoreUnavailable.class);
        store.close();
    }

    @Test
    void figures_areThoseOfTheTableAndNoneOnceItIsClosed() throws Exception {
        RocksDbScopeStore store = RocksDbScopeStore.open(dir());
        try (store) {
            store.apply(alone(creation(USERS, "text")));
            assertThat(store.folder()).contains(dir());
            assertThat(store.figures())
                    .containsOnlyKeys(
                            "disk_bytes",
                            "memtable_bytes",
                            "cache_bytes",
                            "records_estimated",
                            "compactions_running",
                            "compaction_pending_bytes",
                            "writes_stopped",
                            "background_errors")
                    .containsEntry("writes_stopped", 0L)
                    .hasEntrySatisfying(
                            "records_estimated", count -> assertThat(count).isPositive());
        }
        assertThat(store.figures()).isEmpty();
    }

    @Test
    void apply_writesNoTokenInClear() throws Exception {
        TokenPair marked =
                TokenPair.of(TokenCodec.readToken("MarkedReadToken1"), TokenCodec.writeToken("MarkedWriteToken1"));
        try (RocksDbScopeStore store = RocksDbScopeStore.open(dir())) {
            Change change = creation(USERS, "MarkedValue");
            store.apply(alone(new Change(USERS, change.seen(), Guard.of(marked), change.value(), NOON)));
        }
        RocksDbScopeStore.open(dir()).close();
        assertThat(files()).anyMatch(file -> holds(file, "MarkedValue"));
        assertThat(files()).noneMatch(file -> holds(file, "MarkedReadToken1") || holds(file, "MarkedWriteToken1"));
    }

    private Path dir() {
        return temp.resolve("store");
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(dir())) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    private static boolean holds(Path file, String text) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1).contains(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
