package org.orcacomet.store.rocksdb.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.orcacomet.store.testkit.Samples.alone;
import static org.orcacomet.store.testkit.Samples.creation;
import static org.orcacomet.store.testkit.Samples.key;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.orcacomet.store.BackupRefused;
import org.orcacomet.store.Backups;
import org.orcacomet.store.rocksdb.BackupSettings;
import org.orcacomet.store.rocksdb.internal.backup.BackupFolder;
import org.orcacomet.store.rocksdb.internal.backup.RocksDbBackups;

/** A restore that fails is answered by what is in use after it, and that can be written. */
class RestoreFaultsTest {
    private static final String FAULT = "Too many open files";

    @TempDir
    Path temp;

    private Current current;
    private Backups backups;
    private String backup;
    private Current.Bringing bringing;

    @BeforeEach
    void open() throws Exception {
        StoreFolder folder = StoreFolder.claim(temp.resolve("store"));
        bringing = folder::bring;
        current = new Current(folder, 0, (work, aside) -> bringing.bring(work, aside));
        backups = new RocksDbBackups(current, new BackupFolder(new BackupSettings(temp.resolve("backups"), 1)));
        backup = backups.make().name();
        write("later");
    }

    @AfterEach
    void close() throws IOException {
        current.close();
    }

    private void write(String vm) throws Exception {
        Commit commit = new Commit(current.database());
        commit.apply(alone(creation(key("slice", "users", vm), "text")));
        commit.write();
    }

    private boolean holds(String vm) throws Exception {
        return current.database().read(key("slice", "users", vm)).isPresent();
    }

    private Swap decided(Path work, String aside) throws IOException {
        Path dir = current.folder().path();
        Swap swap = new Swap(dir, aside);
        swap.decide(work, dir.resolve("VERSION"));
        return swap;
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 3, 5})
    void restore_thatFailsOnceItIsDecidedIsDone(int made) throws Exception {
        bringing = (work, aside) -> {
            for (Swap.Step step : decided(work, aside).steps().subList(0, made)) {
                step.make();
            }
            throw new IOException(FAULT);
        };
        Path former = backups.restore(backup).former();
        assertThat(former).isDirectoryContaining("glob:**/db");
        assertThat(holds("later")).isFalse();
        write("new");
        assertThat(holds("new")).isTrue();
    }

    @Test
    void restore_thatFailsBeforeItIsDecidedIsNotDone() throws Exception {
        bringing = (work, aside) -> {
            throw new IOException(FAULT);
        };
        assertThatThrownBy(() -> backups.restore(backup))
                .isInstanceOf(BackupRefused.class)
                .hasMessageStartingWith("nothing was restored (" + FAULT);
        assertThat(holds("later")).isTrue();
        write("new");
    }

    /** The restored store is brought, cannot be opened, and is taken back, which fails too once it is decided. */
    @Test
    void restore_thatIsTakenBackIsNotDone() throws Exception {
        Current.Bringing whole = bringing;
        bringing = (work, aside) -> {
            Path former = whole.bring(work, aside);
            Disk.removeAll(temp.resolve("store/db/CURRENT"));
            bringing = (restored, name) -> {
                decided(restored, name);
                throw new IOException(FAULT);
            };
            return former;
        };
        assertThatThrownBy(() -> backups.restore(backup))
                .isInstanceOf(BackupRefused.class)
                .hasMessageStartingWith("nothing was restored (" + FAULT);
        assertThat(holds("later")).isTrue();
        write("new");
    }

    @Test
    void restore_afterWhichNoStoreOpensTellsNeither() {
        bringing = (work, aside) -> {
            Disk.removeAll(work.resolve("db/CURRENT"));
            decided(work, aside);
            throw new IOException(FAULT);
        };
        assertThatThrownBy(() -> backups.restore(backup))
                .isInstanceOf(BackupRefused.class)
                .hasMessageStartingWith("the restore was broken off (" + FAULT)
                .hasMessageContaining("restart the service");
    }

    static Stream<Throwable> faultsOfAnyKind() {
        return Stream.of(
                new IllegalArgumentException("contextID is empty"),
                new UncheckedIOException(new IOException(FAULT)),
                new OutOfMemoryError("Java heap space"));
    }

    @ParameterizedTest
    @MethodSource("faultsOfAnyKind")
    void restore_leavesAStoreThatCanBeWrittenWhateverEndsIt(Throwable fault) throws Exception {
        bringing = (work, aside) -> {
            if (fault instanceof Error error) {
                throw error;
            }
            throw (RuntimeException) fault;
        };
        assertThatThrownBy(() -> backups.restore(backup)).isSameAs(fault);
        assertThat(holds("later")).isTrue();
        write("new");
    }
}
