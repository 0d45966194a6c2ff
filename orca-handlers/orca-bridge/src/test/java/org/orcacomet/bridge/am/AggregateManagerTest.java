package org.orcacomet.bridge.am;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import orca.manage.internal.ManagementObject;
import orca.util.ID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.orcacomet.bridge.CapturedLog;
import org.orcacomet.bridge.Inside;
import org.orcacomet.orca.spi.LifecycleException;
import org.orcacomet.orca.spi.SliverLifecycle;

@Timeout(60)
class AggregateManagerTest {
    private static final ID OBJECT = new ID("orca-comet");

    @TempDir
    Path folder;

    @TempDir
    Path home;

    private final FakeSlivers slivers = new FakeSlivers();
    private final Reservation reservation = new Reservation(Reservation.AUTHORITY, "slice", "one");
    private Inside inside;
    private FakeOrca orca;
    private AggregateManager manager;

    @BeforeEach
    void install() throws IOException {
        inside = Inside.in(folder).offering(SliverLifecycle.class, slivers);
        use(new FakeOrca(home).withComet());
    }

    private void use(FakeOrca process) {
        orca = process;
        manager = new AggregateManager(orca, inside.installation());
    }

    @AfterEach
    void stop() throws Exception {
        manager.stop();
        inside.close();
    }

    @Test
    void boot_startsThePlugin_andSubscribesOnce() throws Exception {
        manager.boot();
        manager.boot();
        assertThat(inside.starts()).isOne();
        assertThat(orca.subscriptions()).isOne();
    }

    @Test
    void boot_withCometOff_changesNothing() throws Exception {
        use(new FakeOrca(home));
        manager.boot();
        assertThat(inside.starts()).isZero();
        assertThat(orca.subscriptions()).isZero();
        assertThat(home).isEmptyDirectory();
    }

    @Test
    void boot_whosePluginDoesNotStart_stillHearsOfEndings_andCatchesUp() throws Exception {
        AtomicInteger attempts = new AtomicInteger();
        inside.first(() -> {
            if (attempts.incrementAndGet() == 1) {
                throw new IllegalStateException("a bundle does not start");
            }
        });
        assertThatThrownBy(manager::boot).isInstanceOf(LifecycleException.class);
        orca.announce(reservation.closing());
        await().until(() -> slivers.ended().size() == 1);
    }

    @Test
    void ending_reachesTheSlivers_once() throws Exception {
        manager.boot();
        orca.announce(reservation.closing());
        orca.announce(reservation.closing());
        await().until(() -> slivers.ended().size() == 1);
        orca.announce(reservation.closing());
        Reservation last = new Reservation(Reservation.AUTHORITY, "slice", "last");
        orca.announce(last.closing());
        await().until(() -> slivers.ended().contains("slice/last"));
        assertThat(slivers.ended()).containsExactly("slice/one", "slice/last");
    }

    @Test
    @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void handler_returnsAtOnce_whileCometHangs() throws Exception {
        CountDownLatch hang = new CountDownLatch(1);
        slivers.first(() -> uninterrupted(hang));
        manager.boot();
        for (int i = 0; i < 1000; i++) {
            orca.announce(new Reservation(Reservation.AUTHORITY, "slice", "r" + i).closing());
        }
        assertThat(slivers.ended()).isEmpty();
        hang.countDown();
        await().until(() -> slivers.ended().size() == 1000);
    }

    private static void uninterrupted(CountDownLatch latch) throws LifecycleException {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new LifecycleException("interrupted", e);
        }
    }

    @Test
    void ending_thatFails_isTriedAgain_andHoldsUpNobody() throws Exception {
        AtomicInteger attempts = new AtomicInteger();
        slivers.first(() -> {
            if (attempts.incrementAndGet() == 1) {
                throw new NoClassDefFoundError("poison");
            }
        });
        manager.boot();
        orca.announce(reservation.closing());
        orca.announce(new Reservation(Reservation.AUTHORITY, "slice", "two").closing());
        await().until(() -> slivers.ended().contains("slice/two"));
        await().atMost(Duration.ofSeconds(30)).until(() -> slivers.ended().contains("slice/one"));
    }

    @Test
    void firstTask_ofALiveInstallation_registersOnce_byTenThreads() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(10);
        List<Future<SliverLifecycle>> answers = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            answers.add(threads.submit(manager::slivers));
        }
        for (Future<SliverLifecycle> answer : answers) {
            assertThat(answer.get()).isSameAs(slivers);
        }
        threads.shutdown();
        await().until(() -> orca.has(OBJECT) && orca.subscriptions() == 1);
        assertThat(home.resolve("db/objects/orca-comet.properties"))
                .content()
                .contains("org.orcacomet.bridge.am.CometManagementObject");
    }

    @Test
    void firstTask_afterABoot_registersNothing() throws Exception {
        orca.register(new CometManagementObject());
        try (CapturedLog log = new CapturedLog()) {
            manager.boot();
            assertThat(manager.slivers()).isSameAs(slivers);
            assertThat(log.lines()).noneMatch(line -> line.startsWith("ERROR"));
        }
        assertThat(orca.subscriptions()).isOne();
    }

    @Test
    void firstTask_withCometOff_startsThePlugin_andRegistersNothing() throws Exception {
        use(new FakeOrca(home));
        assertThat(manager.slivers()).isSameAs(slivers);
        assertThat(orca.has(OBJECT)).isFalse();
        assertThat(orca.subscriptions()).isZero();
    }

    @Test
    void task_doesNotFail_whereTheRegistrationDoes() throws Exception {
        use(
                new FakeOrca(home) {
                    @Override
                    void register(ManagementObject object) {
                        throw new NoClassDefFoundError("poison");
                    }
                }.withComet());
        try (CapturedLog log = new CapturedLog()) {
            assertThat(manager.slivers()).isSameAs(slivers);
            assertThat(log.lines()).anyMatch(line -> line.contains("the registration failed"));
        }
    }

    @Test
    void task_fails_withASentence_whereThePluginDoesNotStart() {
        inside.first(() -> {
            throw new IllegalStateException("a bundle does not start");
        });
        assertThatThrownBy(manager::slivers)
                .isInstanceOf(LifecycleException.class)
                .hasMessage("Orca-COMET does not start: a bundle does not start");
        assertThat(orca.has(OBJECT)).isFalse();
    }

    @Test
    void properties_thatCannotBeRead_areASentence() throws IOException {
        Files.createDirectories(home.resolve("config/orca.properties"));
        manager = new AggregateManager(
                new ActorProcess() {
                    @Override
                    Path home() {
                        return home;
                    }
                },
                inside.installation());
        assertThatThrownBy(manager::slivers)
                .isInstanceOf(LifecycleException.class)
                .hasMessageContaining("ORCA's properties cannot be read");
    }
}
