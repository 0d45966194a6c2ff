package org.orcacomet.bridge;

import static java.util.Collections.singletonMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.orcacomet.orca.spi.LifecycleException;
import org.orcacomet.orca.spi.LogSink;
import org.orcacomet.orca.spi.SliceLifecycle;
import org.orcacomet.orca.spi.SliverLifecycle;

class EmbeddedTest {
    @TempDir
    Path folder;

    @TempDir
    Path orca;

    private final OrcaLog log = OrcaLog.under("orca");
    private Inside inside;
    private Embedded plugin;

    @BeforeEach
    void install() throws IOException {
        inside = Inside.in(folder)
                .offering(SliverLifecycle.class, fake(SliverLifecycle.class))
                .offering(SliceLifecycle.class, fake(SliceLifecycle.class));
        plugin = embedded();
    }

    @AfterEach
    void stop() {
        plugin.close();
        inside.close();
    }

    private Embedded embedded() {
        return Embedded.of(
                orca, inside.installation(), OrcaProperties.of(singletonMap("comethost", "https://head")), log);
    }

    private static <T> T fake(Class<T> type) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> "fake"));
    }

    @Test
    void nothing_isTouched_beforeItIsAskedFor() {
        assertThat(orca).isEmptyDirectory();
        plugin.close();
        assertThat(orca).isEmptyDirectory();
        assertThat(inside.starts()).isZero();
    }

    @Test
    void services_areThoseInside_startedOnce() throws LifecycleException {
        assertThat(plugin.slivers()).isInstanceOf(SliverLifecycle.class);
        assertThat(plugin.slices()).isInstanceOf(SliceLifecycle.class);
        plugin.start();
        assertThat(inside.starts()).isOne();
    }

    @Test
    void services_areThoseInside_startedOnceByManyThreads() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(10);
        List<Future<SliverLifecycle>> answers = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            answers.add(threads.submit(plugin::slivers));
        }
        for (Future<SliverLifecycle> answer : answers) {
            assertThat(answer.get()).isNotNull();
        }
        threads.shutdown();
        assertThat(inside.starts()).isOne();
    }

    @Test
    void container_isGivenWhatItNeeds() throws LifecycleException {
        plugin.start();
        assertThat(inside.settings()).containsOnlyKeys("folders", "storage", "shared", "properties", "configurations");
        assertThat(inside.settings().get("folders"))
                .isEqualTo(Arrays.asList(
                        folder.resolve("bundles/1-services").toString(),
                        folder.resolve("bundles/2-libraries").toString()));
        assertThat(inside.settings().get("storage"))
                .isEqualTo(Home.below(orca).resolve("felix").toString());
        assertThat(inside.services()).containsEntry(LogSink.class, log);
    }

    @Test
    void container_startsWithTheJdksContextClassLoader() throws LifecycleException {
        plugin.start();
        assertThat(inside.context()).contains(Gate.jdk());
    }

    static List<Throwable> failures() {
        return Arrays.asList(
                new IllegalStateException("a bundle does not start"),
                new NoClassDefFoundError("a bundle does not start"),
                new StackOverflowError("a bundle does not start"));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void start_thatFails_isASentence_andTheNextOneMaySucceed(Throwable failure) throws LifecycleException {
        AtomicBoolean broken = new AtomicBoolean(true);
        inside.first(() -> {
            if (broken.get()) {
                EmbeddedTest.<RuntimeException>sneak(failure);
            }
        });
        assertThatThrownBy(plugin::slivers)
                .isInstanceOf(LifecycleException.class)
                .hasMessage("Orca-COMET does not start: a bundle does not start");
        broken.set(false);
        assertThat(plugin.slivers()).isNotNull();
    }

    @SuppressWarnings("unchecked")
    private static <E extends Throwable> void sneak(Throwable failure) throws E {
        throw (E) failure;
    }

    @Test
    void start_isRefused_whileAnotherHasTheHome() throws LifecycleException {
        plugin.start();
        try (Embedded second = embedded()) {
            assertThatThrownBy(second::start)
                    .isInstanceOf(LifecycleException.class)
                    .hasMessageContaining("is in use by another process");
        }
        plugin.close();
        plugin = embedded();
        plugin.start();
    }

    @Test
    void start_saysWhenThePackageIsIncomplete() throws IOException {
        Files.delete(folder.resolve("bundles/framework/entry.jar"));
        assertThatThrownBy(plugin::start)
                .isInstanceOf(LifecycleException.class)
                .hasMessageContaining("the plugin's own jars are incomplete");
    }

    @Test
    void service_thatIsAbsent_isASentence_withTheErrorFromInside() throws IOException {
        inside.close();
        inside = Inside.in(folder);
        inside.first(() -> log.log(LogSink.Level.ERROR, "journal", "the folder is in use by another journal", null));
        assertThatThrownBy(plugin::slivers)
                .isInstanceOf(LifecycleException.class)
                .hasMessage("Orca-COMET runs, but without its journal: the folder is in use by another journal");
    }

    @Test
    void close_stopsTheContainer_andNothingStartsAfter() throws LifecycleException {
        plugin.start();
        plugin.close();
        plugin.close();
        assertThat(inside.stops()).isOne();
        assertThatThrownBy(plugin::start).isInstanceOf(LifecycleException.class).hasMessageContaining("has stopped");
    }

    @Test
    void property_thatMeansNothing_isInTheLog() throws LifecycleException {
        try (CapturedLog captured = new CapturedLog();
                Embedded other = Embedded.of(
                        orca,
                        inside.installation(),
                        OrcaProperties.of(singletonMap("orca.comet.host.enabled", "true")),
                        log)) {
            other.start();
            assertThat(captured.lines())
                    .contains("WARN orca.comet.org.orcacomet.bridge.Embedded"
                            + " the property orca.comet.host.enabled is unknown, and does nothing");
        }
    }
}
