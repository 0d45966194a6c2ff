package org.orcacomet.orca.logging.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.orcacomet.orca.spi.LogSink;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.slf4j.MarkerFactory;
import org.slf4j.event.Level;

class SinkLoggersTest {
    private static final IllegalStateException FAILURE = new IllegalStateException("made by the test");

    private final SinkLoggers loggers = new SinkLoggers();
    private final Logger logger = loggers.getLogger("a.b");
    private final RecordingSink sink = new RecordingSink(LogSink.Level.TRACE);

    static Stream<Arguments> calls() {
        return Stream.of(
                call(l -> l.trace("plain"), "TRACE a.b: plain"),
                call(l -> l.debug("{} and {}", 1, "two"), "DEBUG a.b: 1 and two"),
                call(l -> l.info("{} {} {}", 1, 2, 3), "INFO a.b: 1 2 3"),
                call(l -> l.warn(MarkerFactory.getMarker("m"), "marked {}", 1), "WARN a.b: marked 1"),
                call(l -> l.error("{} is missing", new Object[] {null}), "ERROR a.b: null is missing"),
                call(l -> l.info(null), "INFO a.b: null"),
                call(l -> l.atInfo().addKeyValue("k", 1).log("fluent"), "INFO a.b: k=1 fluent"));
    }

    private static Arguments call(Consumer<Logger> call, String line) {
        return Arguments.of(call, line);
    }

    @ParameterizedTest
    @MethodSource("calls")
    void call_comesOutFormatted(Consumer<Logger> call, String line) {
        loggers.outlet().open(sink);
        call.accept(logger);
        assertThat(sink.lines()).containsExactly(line);
        assertThat(sink.failures()).isEmpty();
    }

    static Stream<Consumer<Logger>> failures() {
        return Stream.of(
                l -> l.warn("it fails", FAILURE),
                l -> l.warn("{} fails", "it", FAILURE),
                l -> l.warn("{}{} fails", "i", "t", FAILURE));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void call_passesItsFailureOn(Consumer<Logger> call) {
        loggers.outlet().open(sink);
        call.accept(logger);
        assertThat(sink.lines()).containsExactly("WARN a.b: it fails");
        assertThat(sink.failures()).containsExactly(FAILURE);
    }

    @ParameterizedTest
    @EnumSource(Level.class)
    void level_isEnabledAsTheSinkSays(Level level) {
        loggers.outlet().open(new RecordingSink(LogSink.Level.WARN));
        assertThat(logger.isEnabledForLevel(level)).isEqualTo(level.toInt() >= Level.WARN.toInt());
    }

    @Test
    void entry_waitsForASinkAndKeepsItsOrder() {
        assertThat(logger.isDebugEnabled()).isFalse();
        logger.debug("not for an operator");
        logger.info("first");
        logger.error("second", FAILURE);
        loggers.outlet().open(sink);
        logger.info("third");
        assertThat(sink.lines()).containsExactly("INFO a.b: first", "ERROR a.b: second", "INFO a.b: third");
        assertThat(sink.failures()).containsExactly(FAILURE);
    }

    @Test
    void entry_thatWaitedStaysOutWhereTheSinkSaysSo() {
        logger.info("first");
        RecordingSink quiet = new RecordingSink(LogSink.Level.WARN);
        loggers.outlet().open(quiet);
        assertThat(quiet.lines()).isEmpty();
    }

    @Test
    void entries_beyondTheBoundAreCountedAndTheOldestKept() {
        for (int i = 0; i < 1_005; i++) {
            logger.info("entry {}", i);
        }
        loggers.outlet().open(sink);
        assertThat(sink.lines()).hasSize(1_001).startsWith("INFO a.b: entry 0");
        assertThat(sink.lines().get(1_000))
                .isEqualTo("WARN org.orcacomet.orca.logging.internal.Outlet: 5 entries of the log could not be kept");
    }

    @Test
    void entries_ofASinkThatGoesWaitForTheNext() {
        loggers.outlet().open(new RecordingSink(LogSink.Level.TRACE));
        loggers.outlet().close(sink);
        logger.info("to the first");
        loggers.outlet().open(sink);
        loggers.outlet().close(sink);
        logger.info("to the next");
        assertThat(sink.lines()).isEmpty();
        loggers.outlet().open(sink);
        assertThat(sink.lines()).containsExactly("INFO a.b: to the next");
    }

    @Test
    void entries_ofManyThreadsAreAllThereWhenASinkComesMeanwhile() throws InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            int number = i;
            expected.add("INFO a.b: entry " + i);
            threads.execute(() -> logger.info("entry {}", number));
        }
        loggers.outlet().open(sink);
        threads.shutdown();
        assertThat(threads.awaitTermination(20, TimeUnit.SECONDS)).isTrue();
        assertThat(sink.lines()).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void provider_isWhatSlf4jFinds() {
        assertThat(LoggerFactory.getILoggerFactory()).isInstanceOf(SinkLoggers.class);
        assertThat(LoggerFactory.getLogger("x")).isSameAs(LoggerFactory.getLogger("x"));
    }

    @Test
    void mdc_keepsNothingOnTheHostsThreads() {
        MDC.put("k", "v");
        assertThat(MDC.get("k")).isNull();
    }
}
