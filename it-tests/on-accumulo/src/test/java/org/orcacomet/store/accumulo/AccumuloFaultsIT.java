package org.orcacomet.store.accumulo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.orcacomet.store.testkit.Samples.alone;
import static org.orcacomet.store.testkit.Samples.creation;
import static org.orcacomet.store.testkit.Samples.key;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.orcacomet.api.ScopeKey;
import org.orcacomet.store.ScopeRecord;
import org.orcacomet.store.StoreConflict;
import org.orcacomet.store.StoreUnavailable;

/** What the cluster can do to a store, and what the store makes of it: an answer, or a refusal in time; never a loss. */
class AccumuloFaultsIT {
    private static final Duration TIMEOUT = Duration.ofSeconds(3);
    private static final Duration RECOVERY = Duration.ofMinutes(3);
    private static final ScopeKey USERS = key("slice", "users", "vm1");

    private AccumuloSettings settings;
    private AccumuloScopeStore store;

    @BeforeEach
    void open() throws IOException {
        settings = Accumulo.settings().with(Accumulo.calls(TIMEOUT));
        store = AccumuloScopeStore.open(settings);
        answer(() -> store.read(USERS));
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    @Timeout(900)
    void tabletServer_thatIsKilledAmongWritesLosesNoneAndMakesNoneTwice() throws Exception {
        List<CountingWriter> writers = IntStream.range(0, 8)
                .mapToObj(i -> new CountingWriter(store, i))
                .toList();
        List<CompletableFuture<Void>> runs =
                writers.stream().map(CompletableFuture::runAsync).toList();
        await().atMost(RECOVERY).until(() -> writers.stream().allMatch(writer -> writer.acknowledged() > 10));
        Accumulo.CLUSTER.killTabletServer();
        Accumulo.CLUSTER.startTabletServer();
        await().atMost(RECOVERY).until(() -> writers.stream().allMatch(CountingWriter::wroteAfterAFault));
        writers.forEach(CountingWriter::stop);
        runs.forEach(CompletableFuture::join);
        for (CountingWriter writer : writers) {
            answer(writer::check);
        }
    }

    @Test
    @Timeout(900)
    void tabletServer_thatIsFrozenIsWaitedForNoLongerThanTheTimeOut() throws Exception {
        create();
        Accumulo.CLUSTER.freezeTabletServers();
        assertThatThrownBy(() -> store.read(USERS)).isInstanceOf(StoreUnavailable.class);
        assertThatThrownBy(() -> store.probe()).isInstanceOf(StoreUnavailable.class);
        assertThatThrownBy(() -> store.apply(alone(creation(key("other", "users", "vm1"), "text"))))
                .isInstanceOf(StoreUnavailable.class);
        Accumulo.CLUSTER.thawTabletServers();
        assertThat(answer(() -> store.read(USERS))).isPresent();
    }

    @Test
    @Timeout(900)
    void zooKeeper_thatIsGoneIsWaitedForInTheBackground() throws Exception {
        create();
        Accumulo.CLUSTER.stopZooKeeper();
        try (AccumuloScopeStore opened = AccumuloScopeStore.open(settings)) {
            assertThatThrownBy(() -> opened.read(USERS)).isInstanceOf(StoreUnavailable.class);
            assertThatThrownBy(opened::probe).isInstanceOf(StoreUnavailable.class);
            await().atMost(RECOVERY).until(() -> isUnavailable(store));
            Accumulo.CLUSTER.startZooKeeper();
            Optional<ScopeRecord> record = answer(() -> store.read(USERS));
            assertThat(record).isPresent();
            assertThat(answer(() -> opened.read(USERS))).isEqualTo(record);
        }
    }

    /** Of a cluster that may be recovering: that it answered a call once does not mean that it answers the next. */
    private static <T> T answer(Callable<T> call) {
        return await().atMost(RECOVERY).ignoreException(StoreUnavailable.class).until(call, answer -> true);
    }

    /** One that was not answered in time may have happened, and another one is then a conflict. */
    private void create() {
        await().atMost(RECOVERY)
                .ignoreException(StoreUnavailable.class)
                .ignoreException(StoreConflict.class)
                .until(() -> {
                    if (store.read(USERS).isEmpty()) {
                        store.apply(alone(creation(USERS, "text")));
                    }
                    return true;
                });
    }

    private static boolean isUnavailable(AccumuloScopeStore store) {
        try {
            store.probe();
            return false;
        } catch (StoreUnavailable e) {
            return true;
        }
    }
}
