package org.orcacomet.store.rocksdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.awaitility.Awaitility.await;
import static org.orcacomet.store.testkit.Samples.creation;
import static org.orcacomet.store.testkit.Samples.key;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.orcacomet.api.ContextId;
import org.orcacomet.api.Revision;
import org.orcacomet.store.Backup;
import org.orcacomet.store.BackupRefused;
import org.orcacomet.store.BackupRefused.Reason;
import org.orcacomet.store.Backups;
import org.orcacomet.store.ChangeSet;
import org.orcacomet.store.ScopeRecord;
import org.orcacomet.store.StoreConflict;
import org.orcacomet.store.StoreUnavailable;

/** Backups and restores of a store that is written to without end: in each context, batches of five scopes. */
class BusyBackupsTest {
    private static final int WRITERS = 3;
    private static final int BATCH = 5;
    private static final int ROUNDS = 4;

    @TempDir
    Path temp;

    private final AtomicBoolean done = new AtomicBoolean();
    private final AtomicInteger refused = new AtomicInteger();

    /** The scopes that were acknowledged, and their revisions, in the order in which that was. */
    private final Map<String, List<Long>> acknowledged = new ConcurrentHashMap<>();

    private RocksDbScopeStore store;
    private List<CompletableFuture<Void>> writers;

    @BeforeEach
    void open() throws IOException {
        store = RocksDbScopeStore.open(temp.resolve("store"));
        writers = IntStream.range(0, WRITERS)
                .mapToObj(i -> CompletableFuture.runAsync(() -> write("slice" + i)))
                .toList();
    }

    @AfterEach
    void close() throws IOException {
        done.set(true);
        writers.forEach(CompletableFuture::join);
        store.close();
    }

    private Backups backups() {
        return store.backups().orElseThrow();
    }

    private void write(String context) {
        List<Long> revisions = new ArrayList<>();
        acknowledged.put(context, revisions);
        while (!done.get()) {
            try {
                long revision = store.apply(batch(context)).number();
                synchronized (revisions) {
                    revisions.add(revision);
                }
            } catch (StoreUnavailable e) {
                refused.incrementAndGet();
            } catch (StoreConflict e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** New scopes, named by the time, so that a restore does not bring them. */
    private static ChangeSet batch(String context) {
        String name = "vm" + System.nanoTime() + "-";
        return new ChangeSet(
                ContextId.parse(context),
                IntStream.range(0, BATCH)
                        .mapToObj(i -> creation(key(context, "users", name + i), "text"))
                        .toList());
    }

    private int written(int writer) {
        List<Long> revisions = acknowledged.getOrDefault("slice" + writer, List.of());
        synchronized (revisions) {
            return revisions.size();
        }
    }

    /** Of each writer: one may not have begun yet, or stand still, while the others go on. */
    private void awaitMore() {
        int[] before = IntStream.range(0, WRITERS).map(this::written).toArray();
        await().atMost(Duration.ofMinutes(2))
                .until(() -> IntStream.range(0, WRITERS).allMatch(i -> written(i) > before[i] + 30));
    }

    @Test
    void backup_isOneMomentAndEachBatchIsInItAsAWholeOrNotAtAll() throws Exception {
        awaitMore();
        Map<String, Long> before = last();
        Backup backup = backups().make();
        Map<String, Long> after = last();
        awaitMore();
        done.set(true);
        writers.forEach(CompletableFuture::join);
        assertThat(refused).hasValue(0);
        backups().restore(backup.name());
        for (int i = 0; i < WRITERS; i++) {
            String context = "slice" + i;
            long restored = assertWholeBatches(context);
            assertThat(restored).isBetween(before.get(context), after.get(context) + 1);
        }
    }

    private Map<String, Long> last() {
        return acknowledged.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, entry -> {
            synchronized (entry.getValue()) {
                List<Long> revisions = entry.getValue();
                return revisions.isEmpty() ? 0 : revisions.get(revisions.size() - 1);
            }
        }));
    }

    /** No revision is missing, as each is a batch. The largest. */
    private long assertWholeBatches(String context) throws StoreUnavailable {
        Map<Revision, Long> sizes = store.list(ContextId.parse(context)).records().stream()
                .collect(Collectors.groupingBy(ScopeRecord::revision, Collectors.counting()));
        assertThat(sizes.values()).containsOnly((long) BATCH);
        long largest = sizes.keySet().stream().mapToLong(Revision::number).max().orElseThrow();
        assertThat(sizes).hasSize((int) largest);
        return largest;
    }

    @Test
    void restore_whileWritersWriteLosesWhatWasBeforeAndNothingAfter() throws Exception {
        awaitMore();
        for (int round = 0; round < ROUNDS; round++) {
            Backup backup = backups().make();
            awaitMore();
            backups().restore(backup.name());
            Map<String, Long> seen = last();
            awaitMore();
            assertAllSince(seen);
        }
        done.set(true);
        writers.forEach(CompletableFuture::join);
        assertThat(acknowledged.values())
                .allSatisfy(revisions -> assertThat(revisions).isSorted().doesNotHaveDuplicates());
    }

    /** What was acknowledged after the restore had returned is there. */
    private void assertAllSince(Map<String, Long> seen) throws StoreUnavailable {
        for (Map.Entry<String, Long> entry : seen.entrySet()) {
            List<Long> later;
            synchronized (acknowledged.get(entry.getKey())) {
                later = acknowledged.get(entry.getKey()).stream()
                        .filter(revision -> revision > entry.getValue())
                        .toList();
            }
            assertThat(store.list(ContextId.parse(entry.getKey())).records())
                    .extracting(record -> record.revision().number())
                    .containsAll(later);
        }
    }

    @Test
    void backups_areMadeAndRestoredOneAtATime() throws Exception {
        awaitMore();
        Backup backup = backups().make();
        List<CompletableFuture<Optional<Reason>>> attempts = IntStream.range(0, 6)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> attempt(i % 2 == 0, backup.name())))
                .toList();
        List<Optional<Reason>> outcomes =
                attempts.stream().map(CompletableFuture::join).toList();
        assertThat(outcomes).contains(Optional.empty()).allSatisfy(outcome -> assertThat(outcome)
                .isIn(Optional.empty(), Optional.of(Reason.BUSY)));
        assertThat(attempt(true, "")).isEmpty();
    }

    private Optional<Reason> attempt(boolean makes, String name) {
        try {
            if (makes) {
                backups().make();
            } else {
                backups().restore(name);
            }
            return Optional.empty();
        } catch (BackupRefused e) {
            return Optional.of(e.reason());
        }
    }

    @Test
    void close_endsABackupOrARestoreThatIsUnderWay() throws Exception {
        awaitMore();
        String name = backups().make().name();
        CompletableFuture<Optional<Reason>> restoring = CompletableFuture.supplyAsync(() -> attempt(false, name));
        done.set(true);
        store.close();
        assertThat(restoring.join()).isIn(Optional.empty(), Optional.of(Reason.FAULT));
        store = RocksDbScopeStore.open(temp.resolve("store"));
        if (store.backups().orElseThrow().list().isEmpty()) {
            fail("the backup is gone");
        }
    }
}
