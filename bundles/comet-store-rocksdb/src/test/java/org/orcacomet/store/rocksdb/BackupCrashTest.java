package org.orcacomet.store.rocksdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.io.TempDir;
import org.orcacomet.store.Backup;

/** A process that backs up and restores without end is killed at any moment. */
class BackupCrashTest {
    private static final int MOST_DEEDS = 40;

    /** The start of a process, and ten restores, of a machine that does much else. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @TempDir
    Path temp;

    @RepeatedTest(8)
    void kill_leavesTheFormerOrTheRestoredStoreAndWholeBackupsAlone() throws Exception {
        Path dir = temp.resolve("store");
        int done = killed(dir);
        try (RocksDbScopeStore store = RocksDbScopeStore.open(dir)) {
            assertThat(StoreKeeper.text(store)).isIn(StoreKeeper.after(done), StoreKeeper.after(done + 1));
            for (Backup backup : store.backups().orElseThrow().list()) {
                store.backups().orElseThrow().restore(backup.name());
                assertThat(StoreKeeper.text(store)).isNotEmpty();
            }
            store.backups().orElseThrow().make();
        }
        assertThat(temp.resolve("backups")).isDirectoryNotContaining("glob:**.part");
        assertThat(dir).isDirectoryNotContaining("glob:**/{work-,incoming}*");
    }

    /** How many deeds it said that it had done. */
    private int killed(Path dir) throws Exception {
        Path said = temp.resolve("said");
        int deeds = ThreadLocalRandom.current().nextInt(MOST_DEEDS);
        long nanos = ThreadLocalRandom.current().nextLong(Duration.ofMillis(100).toNanos());
        Process keeper = StoreKeeper.start(dir, said);
        try {
            await().atMost(PATIENCE).pollInterval(Duration.ofMillis(5)).until(() -> done(said) >= deeds);
            long end = System.nanoTime() + nanos;
            await().pollInterval(Duration.ofMillis(1)).until(() -> System.nanoTime() > end);
        } finally {
            keeper.destroyForcibly().waitFor();
        }
        return done(said);
    }

    private static int done(Path said) throws IOException {
        return (int) Files.readString(said).chars().filter(c -> c == '\n').count();
    }
}
