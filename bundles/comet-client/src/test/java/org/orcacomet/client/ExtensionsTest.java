package org.orcacomet.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.orcacomet.client.FakeComet.DONE;
import static org.orcacomet.client.FakeComet.DONE_TODAY;
import static org.orcacomet.client.FakeComet.KEY;
import static org.orcacomet.client.FakeComet.PRESENT;
import static org.orcacomet.client.FakeComet.TOKENS;
import static org.orcacomet.client.FakeComet.WRITE;
import static org.orcacomet.client.FakeComet.client;
import static org.orcacomet.client.FakeComet.ours;
import static org.orcacomet.client.FakeComet.today;
import static org.orcacomet.client.FakeComet.write;
import static org.orcacomet.client.Misbehaviour.saying;
import static org.orcacomet.client.Misbehaviour.status;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.orcacomet.api.CometCode;
import org.orcacomet.api.CometConflict;
import org.orcacomet.api.CometDenied;
import org.orcacomet.api.CometRejected;
import org.orcacomet.api.CometUnavailable;
import org.orcacomet.api.Precondition;
import org.orcacomet.api.Reading;
import org.orcacomet.api.Revision;
import org.orcacomet.api.ScopeValue;
import org.orcacomet.api.ScopeWrite;
import org.orcacomet.api.WriteBatch;

class ExtensionsTest {
    @TempDir
    private Path folder;

    private static WriteBatch batch(int size) {
        return WriteBatch.of(
                IntStream.range(0, size).mapToObj(i -> write("r" + i)).collect(Collectors.toList()));
    }

    @Test
    void read_asksOnceForTheVersionAndRemembersIt() throws Exception {
        SettableClock clock = new SettableClock();
        try (FakeServer server = ours(saying(PRESENT));
                CometClient client = client(folder, clock, server.address())) {
            client.comet().read(KEY, TOKENS.read());
            client.comet().read(KEY, TOKENS.read());
            assertThat(server.versionCalls()).hasSize(1);

            clock.move(Duration.ofMinutes(11));
            client.comet().read(KEY, TOKENS.read());
            assertThat(server.versionCalls()).hasSize(2);
        }
    }

    @Test
    void read_asksOnceForTheVersionWhenManyCallAtOnce() throws Exception {
        ExecutorService callers = Executors.newFixedThreadPool(16);
        try (FakeServer server = ours(saying(PRESENT));
                CometClient client = client(folder, server.address())) {
            Callable<Reading> call = () -> client.comet().read(KEY, TOKENS.read());
            for (Future<Reading> reading : callers.invokeAll(Collections.nCopies(16, call))) {
                assertThat(reading.get().text()).contains("text");
            }
            assertThat(server.versionCalls()).hasSize(1);
        } finally {
            callers.shutdownNow();
        }
    }

    @Test
    void read_asksForTheVersionAgainAfterAFailure() throws Exception {
        try (FakeServer server = ours(status(500));
                CometClient client = client(folder, server.address())) {
            assertThatThrownBy(() -> client.comet().read(KEY, TOKENS.read())).isInstanceOf(CometUnavailable.class);
            server.behave(Misbehaviour.afterVersion(FakeComet.TODAY, saying(PRESENT)));
            client.comet().read(KEY, TOKENS.read());
            assertThat(server.versionCalls()).hasSize(2);
            assertThat(server.calls().get(0).header("Comet-Read-Token")).contains("Read1234x");
            assertThat(server.calls().get(1).parameter("readToken")).contains("Read1234x");
        }
    }

    @Test
    void write_putsTokensIntoNoAddressWhereTheServerTakesHeaders() throws Exception {
        try (FakeServer server = ours(saying(DONE));
                CometClient client = client(folder, server.address())) {
            client.comet().write(WRITE);
            assertThat(server.calls().get(0).target()).isEqualTo("/writeScope?contextID=slice&family=users&Key=r1");
            assertThat(server.calls().get(0).header("Comet-Write-Token")).contains("Write1234x");
        }
    }

    @Test
    void write_worksWithTodaysServers() throws Exception {
        try (FakeServer server = today(saying(DONE_TODAY));
                CometClient client = client(folder, server.address())) {
            assertThat(client.comet().write(WRITE)).isEmpty();
            assertThat(server.calls().get(0).target())
                    .isEqualTo("/writeScope?contextID=slice&family=users&Key=r1"
                            + "&readToken=Read1234x&writeToken=Write1234x");
            assertThat(server.calls().get(0).body()).isEqualTo("the value of r1");
        }
    }

    @Test
    void write_knowsTodaysErrorInsideASuccess() throws Exception {
        try (FakeServer server = today(
                        saying(
                                "{\"status\":\"OK\",\"message\":\"\",\"value\":{\"error\":\"wrong write token\"},\"version\":\"1\"}"));
                CometClient client = client(folder, server.address())) {
            assertThatThrownBy(() -> client.comet().write(WRITE))
                    .isInstanceOf(CometDenied.class)
                    .hasMessage(server.address() + " refused write of slice/users/r1: wrong write token");
        }
    }

    @Test
    void write_whenAbsentReadsFirstWhereTheServerCannotCompare() throws Exception {
        try (FakeServer server = today((request, connection) ->
                        connection.answer(200, request.path().equals("/readScope") ? PRESENT : DONE_TODAY));
                CometClient client = client(folder, server.address())) {
            CometConflict conflict = catchThrowableOfType(
                    CometConflict.class, () -> client.comet().write(WRITE.when(Precondition.absent())));
            assertThat(conflict.current()).isEmpty();
            assertThat(server.calls()).hasSize(1);

            server.behave(Misbehaviour.afterVersion(FakeComet.TODAY, saying(DONE_TODAY)));
            assertThat(client.comet().write(WRITE.when(Precondition.absent()))).isEmpty();
            assertThat(server.calls().get(2).header("If-None-Match")).isEmpty();
        }
    }

    @Test
    void change_atARevisionIsRefusedWhereTheServerCountsNone() throws Exception {
        try (FakeServer server = today(saying(DONE_TODAY));
                CometClient client = client(folder, server.address())) {
            Precondition precondition = Precondition.is(Revision.of(4));
            assertThatThrownBy(() -> client.comet().write(WRITE.when(precondition)))
                    .isInstanceOf(CometRejected.class)
                    .hasMessage("the server counts no revisions, so that none can be demanded");
            assertThatThrownBy(() -> client.comet().delete(KEY, TOKENS, precondition))
                    .isInstanceOf(CometRejected.class);
            assertThat(server.calls()).isEmpty();
        }
    }

    @Test
    void delete_whenAbsentDeletesNothing() throws Exception {
        try (FakeServer server = ours(saying(PRESENT));
                CometClient client = client(folder, server.address())) {
            assertThatThrownBy(() -> client.comet().delete(KEY, TOKENS, Precondition.absent()))
                    .isInstanceOf(CometConflict.class);
            server.behave(Misbehaviour.afterVersion(FakeComet.OURS, saying(DONE_TODAY)));
            client.comet().delete(KEY, TOKENS, Precondition.absent());
            assertThat(server.calls()).hasSize(2).allMatch(call -> call.path().equals("/readScope"));
        }
    }

    @Test
    void writeAll_isOneRequestWhereTheServerKnowsBatches() throws Exception {
        try (FakeServer server = ours(saying(DONE));
                CometClient client = client(folder, server.address())) {
            assertThat(client.comet().writeAll(batch(100))).contains(Revision.of(5));
            assertThat(server.calls()).hasSize(1);
            assertThat(server.calls().get(0).target()).isEqualTo("/writeScopes?contextID=slice");
        }
    }

    @Test
    void writeAll_isRepeatedOnlyWithoutPreconditions() throws Exception {
        WriteBatch conditional =
                WriteBatch.of(Arrays.asList(write("r1"), write("r2").when(Precondition.absent())));
        try (FakeServer first = ours(status(500));
                FakeServer second = ours(saying(DONE));
                CometClient client = client(folder, first.address(), second.address())) {
            assertThatThrownBy(() -> client.comet().writeAll(conditional)).isInstanceOf(CometUnavailable.class);
            assertThat(second.calls()).isEmpty();
        }
        try (FakeServer first = ours(status(500));
                FakeServer second = ours(saying(DONE));
                CometClient client = client(folder, first.address(), second.address())) {
            assertThat(client.comet().writeAll(batch(2))).contains(Revision.of(5));
        }
    }

    @Test
    void writeAll_skipsAServerThatKnowsNoBatches() throws Exception {
        SettableClock clock = new SettableClock();
        try (FakeServer first = ours(status(500));
                FakeServer second = today(saying(DONE_TODAY));
                FakeServer third = ours(saying(DONE));
                CometClient client = client(folder, clock, first.address(), second.address(), third.address())) {
            assertThat(client.comet().writeAll(batch(2))).contains(Revision.of(5));
            assertThat(second.calls()).isEmpty();
        }
    }

    @Test
    void writeAll_isManyWritesWithABoundWhereTheServerKnowsNoBatches() throws Exception {
        AtomicInteger now = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        CountDownLatch two = new CountDownLatch(2);
        try (FakeServer server = today((request, connection) -> {
                    most.accumulateAndGet(now.incrementAndGet(), Math::max);
                    // The first waits for another, however late that is.
                    two.countDown();
                    two.await(15, TimeUnit.SECONDS);
                    new CountDownLatch(1).await(20, TimeUnit.MILLISECONDS);
                    now.decrementAndGet();
                    connection.answer(200, DONE_TODAY);
                });
                CometClient client = CometClient.open(FakeComet.settings(folder, server.address())
                        .limits(ClientLimits.standard().concurrentWrites(4))
                        .build())) {
            assertThat(client.comet().writeAll(batch(40))).isEmpty();
            assertThat(server.calls()).hasSize(40);
            assertThat(most.get()).isBetween(2, 4);
        }
    }

    @Test
    void writeAll_triesAllSingleWritesAndReportsTheFirstThatFailed() throws Exception {
        try (FakeServer server = today((request, connection) -> {
                    boolean refused =
                            request.parameter("Key").filter("r3"::equals).isPresent();
                    connection.answer(refused ? 403 : 200, refused ? "{\"message\":\"no\"}" : DONE_TODAY);
                });
                CometClient client = client(folder, server.address())) {
            assertThatThrownBy(() -> client.comet().writeAll(batch(6)))
                    .isInstanceOf(CometDenied.class)
                    .hasMessage(server.address() + " refused write of slice/users/r3: no");
            assertThat(server.calls()).hasSize(6);
        }
    }

    @Test
    void writeAll_ofSingleWritesEndsWhenTheClientIsClosed() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        try (FakeServer server = today((request, connection) -> {
                    asked.countDown();
                    new CountDownLatch(1).await();
                });
                CometClient client = client(folder, server.address())) {
            Thread closer = new Thread(() -> closeAfter(asked, client));
            closer.start();
            assertThatThrownBy(() -> client.comet().writeAll(batch(40))).isInstanceOf(CometUnavailable.class);
            closer.join();
        }
    }

    private static void closeAfter(CountDownLatch asked, CometClient client) {
        try {
            asked.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        client.close();
    }

    @Test
    void writeAll_refusesABatchThatNoServerWouldTake() throws Exception {
        ScopeValue large = ScopeValue.of(new String(new char[1024 * 1024]).replace('\0', 'x'));
        WriteBatch batch = WriteBatch.of(IntStream.range(0, 8)
                .mapToObj(i -> ScopeWrite.of(FakeComet.key("r" + i), TOKENS, large))
                .collect(Collectors.toList()));
        try (FakeServer server = ours(saying(DONE));
                CometClient client = client(folder, server.address())) {
            CometRejected rejected = catchThrowableOfType(
                    CometRejected.class, () -> client.comet().writeAll(batch));
            assertThat(rejected.code()).isEqualTo(CometCode.CONTENT_TOO_LARGE);
            assertThat(server.calls()).isEmpty();
        }
    }
}
