package org.orcacomet.store.rocksdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.orcacomet.store.testkit.Samples.key;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.io.TempDir;
import org.orcacomet.api.Revision;
import org.orcacomet.store.ScopeRecord;

class CrashTest {
    private static final int ANSWERS = 300;

    /** The start of a process, and a hundred times what the disk takes to sync, of a machine that does much else. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @TempDir
    Path temp;

    @RepeatedTest(3)
    void apply_survivesKillMinus9OnceItReturned() throws Exception {
        Path dir = temp.resolve("store");
        List<String> acknowledged = killedAfter(ANSWERS, dir);
        try (RocksDbScopeStore store = RocksDbScopeStore.open(dir)) {
            for (String line : acknowledged) {
                List<String> parts = List.of(line.split(" ", -1));
                assertThat(store.read(key(parts.get(0), "users", parts.get(1))))
                        .map(ScopeRecord::revision)
                        .contains(Revision.of(Long.parseLong(parts.get(2))));
            }
        }
        assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(ANSWERS);
    }

    /** All that the writer said before it died, whole lines only. */
    private List<String> killedAfter(int answers, Path dir) throws Exception {
        Path said = temp.resolve("said");
        Process writer = StoreWriter.start(dir, said);
        try {
            await().atMost(PATIENCE).until(() -> lines(said).size() >= answers);
        } finally {
            writer.destroyForcibly().waitFor();
        }
        return lines(said);
    }

    private static List<String> lines(Path file) throws IOException {
        String text = Files.readString(file);
        return text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
    }
}
