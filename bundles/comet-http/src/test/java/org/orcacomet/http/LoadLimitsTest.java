package org.orcacomet.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.orcacomet.http.WireClient.Reply;

/** What is past a limit is refused with 429, while checks of the service are answered; and then all is as before. */
@Timeout(120)
class LoadLimitsTest {
    private static final int MANY = 1000;

    /** So long that no connection here is ended for its own slowness, but for what others need. */
    private static final Duration LONG = Duration.ofMinutes(5);

    private static final Pace PACE = new Pace(LONG, 4096);
    private static final String TOKENS = "&readToken=ReadToken1&writeToken=WriteToken1";
    private static final String NO_MEMORY = "bodies and answers take all the memory that they may";
    private static final String WRITE = "/writeScope?contextID=slice&family=users&Key=unit" + TOKENS;
    private static final String READ = "/readScope?contextID=slice&family=users&Key=unit&readToken=ReadToken1";

    @TempDir
    Path folder;

    private final TroubledStore store = new TroubledStore();
    private final ExecutorService callers = Executors.newCachedThreadPool();
    private final List<SlowClient> slow = new ArrayList<>();
    private TestServer server;

    private void start(LoadLimits load) {
        server = new TestServer(folder, store, new HttpLimits(LONG, Duration.ofSeconds(5), 1 << 16, 64, load));
    }

    @AfterEach
    void stop() {
        store.mayGoOn.countDown();
        slow.forEach(SlowClient::close);
        server.close();
        callers.shutdownNow();
    }

    private Reply read() {
        return server.client().get(READ);
    }

    /** Calls that hang in the store until it may go on. */
    private List<CompletableFuture<Reply>> hanging(int calls) throws InterruptedException {
        store.entered = new CountDownLatch(calls);
        store.mayGoOn = new CountDownLatch(1);
        List<CompletableFuture<Reply>> replies = new ArrayList<>();
        for (int i = 0; i < calls; i++) {
            replies.add(CompletableFuture.supplyAsync(this::read, callers));
        }
        store.entered.await();
        return replies;
    }

    private static void assertTooMany(Reply reply, String message) {
        assertThat(reply.message()).isEqualTo(message);
        assertThat(reply.status()).isEqualTo(429);
        assertThat(reply.header("Retry-After")).contains("1");
        assertThat(reply.json().path("status").textValue()).isEqualTo("TOO_MANY_REQUESTS");
        assertThat(reply.json().path("value").isObject()).isTrue();
    }

    private void assertChecksAreAnswered() {
        assertThat(server.client().get("/health").status()).isEqualTo(200);
        assertThat(server.client().get("/ready").status()).isEqualTo(200);
    }

    private void assertAllIsAsBefore(List<CompletableFuture<Reply>> hanging) {
        store.mayGoOn.countDown();
        assertThat(hanging)
                .allSatisfy(reply -> assertThat(reply.join().status()).isEqualTo(200));
        Patience.await().untilAsserted(() -> assertThat(read().status()).isEqualTo(200));
    }

    @Test
    void calls_areRefusedPastTheirLimit() throws InterruptedException {
        start(new LoadLimits(MANY, MANY, 3, 1 << 30, PACE));
        List<CompletableFuture<Reply>> hanging = hanging(3);
        assertTooMany(read(), "too many calls are running");
        assertTooMany(server.trusted().post(WRITE, "[]"), "too many calls are running");
        assertThat(server.client().get("/nothing").status()).isEqualTo(404);
        assertChecksAreAnswered();
        assertAllIsAsBefore(hanging);
    }

    @Test
    void connections_areRefusedTheirCallsIfAllOthersAreAtWork() throws InterruptedException {
        start(new LoadLimits(4, MANY, 16, 1 << 30, PACE));
        assertConnectionsAreRefused();
    }

    @Test
    void connections_ofOneAddressAreRefusedTheirCallsIfAllItsOthersAreAtWork() throws InterruptedException {
        start(new LoadLimits(MANY, 4, 16, 1 << 30, PACE));
        assertConnectionsAreRefused();
    }

    private void assertConnectionsAreRefused() throws InterruptedException {
        List<CompletableFuture<Reply>> hanging = hanging(4);
        Reply refused = read();
        assertTooMany(refused, "there are too many connections");
        assertThat(refused.header("Connection")).contains("close");
        assertChecksAreAnswered();
        assertAllIsAsBefore(hanging);
    }

    @Test
    void connections_farTooManyAreClosed() throws InterruptedException {
        start(new LoadLimits(4, MANY, 16, 1 << 30, PACE));
        List<CompletableFuture<Reply>> hanging = hanging(4);
        for (int i = 0; i < 9; i++) {
            slow.add(SlowClient.plain(server.port(), new byte[0]).trickle(22));
        }
        Patience.await().untilAsserted(() -> assertThat(slow).anyMatch(SlowClient::isEnded));
        slow.forEach(SlowClient::close);
        assertAllIsAsBefore(hanging);
    }

    @Test
    void connections_thatSendNothingMakeRoom() {
        start(new LoadLimits(4, MANY, 16, 1 << 30, PACE));
        for (int i = 0; i < 4; i++) {
            slow.add(SlowClient.plain(server.port(), new byte[] {22}).trickle(3));
        }
        Patience.await().untilAsserted(() -> assertThat(read().status()).isEqualTo(200));
        Patience.await().untilAsserted(() -> assertThat(slow).anyMatch(SlowClient::isEnded));
    }

    @Test
    void bodies_areRefusedWhileCallsAtWorkTakeAllTheMemory() throws InterruptedException {
        start(new LoadLimits(MANY, MANY, 16, 1 << 20, PACE));
        store.mayGoOn = new CountDownLatch(1);
        List<CompletableFuture<Reply>> hanging = new ArrayList<>();
        for (int size : List.of(600_000, 440_000)) {
            store.entered = new CountDownLatch(1);
            String write = "/writeScope?contextID=slice&family=users&Key=" + size + TOKENS;
            hanging.add(CompletableFuture.supplyAsync(() -> server.trusted().post(write, "x".repeat(size)), callers));
            store.entered.await();
        }
        assertTooMany(server.trusted().post(WRITE, "x".repeat(100_000)), NO_MEMORY);
        assertChecksAreAnswered();
        assertAllIsAsBefore(hanging);
    }

    @Test
    void bodies_thatComeSlowlyGiveTheirMemoryToOthers() {
        start(new LoadLimits(MANY, MANY, 16, 1 << 20, PACE));
        String large =
                "POST " + WRITE + " HTTP/1.1\r\nHost: x\r\nContent-Length: 1000000\r\n\r\n" + "x".repeat(600_000);
        assertGiveTheirMemoryToOthers(large);
    }

    @Test
    void answers_thatAreTakenSlowlyGiveTheirMemoryToOthers() {
        start(new LoadLimits(MANY, MANY, 16, 1 << 20, PACE));
        for (int i = 0; i < 8; i++) {
            String large = "/writeScope?contextID=large&family=users&Key=" + i + TOKENS;
            // The memory of the one before is given back after its answer, which its client may see a moment before.
            Patience.await().untilAsserted(() -> assertThat(
                            server.trusted().post(large, "x".repeat(1_000_000)).status())
                    .isEqualTo(200));
        }
        assertGiveTheirMemoryToOthers(
                "GET /enumerateScope?contextID=large&readToken=ReadToken1 HTTP/1.1\r\nHost: x\r\n\r\n");
    }

    private void assertGiveTheirMemoryToOthers(String slowRequest) {
        for (int i = 0; i < 2; i++) {
            slow.add(SlowClient.secure(server.port(), TestPki.client(server.ca), slowRequest)
                    .trickle('x'));
        }
        Patience.await().untilAsserted(() -> {
            assertThat(read().status()).isEqualTo(200);
            assertThat(slow).anyMatch(SlowClient::isEnded);
        });
        // One that stands still while it sends may be ended for the memory that it takes itself.
        Patience.await().ignoreExceptions().untilAsserted(() -> assertThat(
                        server.trusted().post(WRITE, "x".repeat(900_000)).status())
                .isEqualTo(200));
    }

    @Test
    void memory_isGivenBackByACallThatFailsFatally() {
        start(new LoadLimits(MANY, MANY, 16, 1 << 20, PACE));
        store.fatal = true;
        for (int i = 0; i < 4; i++) {
            // It is given back after the answer, which a client may see a moment before.
            Patience.await().untilAsserted(() -> {
                Reply reply = server.trusted().post(WRITE, "x".repeat(900_000));
                assertThat(reply.body()).doesNotContain(TroubledStore.SECRET);
                assertThat(reply.status()).isEqualTo(500);
            });
        }
        store.fatal = false;
        assertThat(read().status()).isEqualTo(200);
    }

    @Test
    void limits_refuseWhatCannotServe() {
        server = new TestServer(folder);
        assertRefused(() -> new LoadLimits(0, 1, 1, 1 << 20, PACE), "connections.max is under 1");
        assertRefused(() -> new LoadLimits(1, 0, 1, 1 << 20, PACE), "connections.per.address.max is under 1");
        assertRefused(() -> new LoadLimits(1, 1, 0, 1 << 20, PACE), "calls.max is under 1");
        assertRefused(() -> new LoadLimits(1, 1, 1, 1, PACE), "buffered.max.bytes is under 1048576");
        assertRefused(() -> new Pace(Duration.ZERO, 1), "client.timeout.ms is under 1");
        assertRefused(() -> new Pace(Duration.ofSeconds(1), 0), "client.min.bytes.per.second is under 1");
    }

    private static void assertRefused(ThrowingCallable limits, String rule) {
        assertThatThrownBy(limits).hasMessage(rule + ": raise it, or leave it out");
    }
}
