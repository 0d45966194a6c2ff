package org.orcacomet.service.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.orcacomet.store.testkit.Samples.NOON;
import static org.orcacomet.store.testkit.Samples.alone;
import static org.orcacomet.store.testkit.Samples.creation;
import static org.orcacomet.store.testkit.Samples.key;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.orcacomet.api.ScopeKey;
import org.orcacomet.service.BrokenStore;
import org.orcacomet.service.Lifetimes;
import org.orcacomet.service.ServiceSettings;
import org.orcacomet.store.Change;
import org.orcacomet.store.MemoryScopeStore;
import org.orcacomet.store.StoreUnavailable;

class AgeingSweepTest {
    private static final ScopeKey LIVE = key("slice", "users", "live");
    private static final ScopeKey DELETED = key("slice", "users", "deleted");
    private static final Duration EXPIRE = Duration.ofMinutes(10);
    private static final Duration KEEP = Duration.ofHours(1);

    private final MemoryScopeStore store = new MemoryScopeStore();
    private final ServiceSettings settings = ServiceSettings.defaults().with(new Lifetimes(EXPIRE, KEEP));

    @BeforeEach
    void fill() throws Exception {
        store.apply(alone(creation(LIVE, "text")));
        store.apply(alone(creation(DELETED, "text")));
        store.apply(alone(Change.deletion(store.read(DELETED).orElseThrow(), NOON)));
    }

    @Test
    void sweep_leavesWhatIsInItsTime() throws Exception {
        assertThat(ageing(EXPIRE.multipliedBy(2).minusMillis(1)).sweep()).isZero();
        assertThat(store.list(LIVE.context()).records()).hasSize(2);
    }

    @Test
    void sweep_forgetsAgedScopesAtTwiceTheirExpiry() throws Exception {
        assertThat(ageing(EXPIRE.multipliedBy(2)).sweep()).isEqualTo(1);
        assertThat(store.read(LIVE)).isEmpty();
        assertThat(store.read(DELETED)).isPresent();
    }

    @Test
    void sweep_forgetsTombstonesThatWereKeptLongEnough() throws Exception {
        assertThat(ageing(KEEP).sweep()).isEqualTo(2);
        assertThat(store.read(DELETED)).isEmpty();
    }

    @Test
    void sweep_isBrokenOffByClose() {
        Ageing ageing = ageing(KEEP);
        ageing.close();
        assertThatThrownBy(ageing::sweep).isInstanceOf(StoreUnavailable.class);
        assertThat(store.read(LIVE)).isPresent();
    }

    @Test
    void start_sweepsAgainAfterAFault() {
        AtomicBoolean broken = new AtomicBoolean(true);
        BrokenStore failing = new BrokenStore(store, broken::get);
        try (Ageing ageing = new Ageing(failing, () -> settings, at(KEEP)).start(Duration.ofMillis(5))) {
            await().until(() -> failing.refusals() > 1);
            broken.set(false);
            await().until(() -> store.list(LIVE.context()).records().isEmpty());
        }
    }

    @Test
    void close_endsTheWorker() {
        Ageing ageing = ageing(KEEP).start(Duration.ofDays(1));
        await().until(() -> store.list(LIVE.context()).records().isEmpty());
        ageing.close();
        await().until(() -> Thread.getAllStackTraces().keySet().stream()
                .noneMatch(thread -> thread.getName().equals("comet-ageing")));
    }

    private Ageing ageing(Duration later) {
        return new Ageing(store, () -> settings, at(later));
    }

    private static Clock at(Duration later) {
        return Clock.fixed(NOON.plus(later), ZoneOffset.UTC);
    }
}
