package org.orcacomet.trials.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.orcacomet.api.Comet;
import org.orcacomet.api.CometException;
import org.orcacomet.api.ContextId;
import org.orcacomet.api.EntryKey;
import org.orcacomet.api.Family;
import org.orcacomet.api.ScopeKey;
import org.orcacomet.api.ScopeValue;
import org.orcacomet.api.ScopeWrite;
import org.orcacomet.api.TokenGenerator;
import org.orcacomet.api.TokenPair;
import org.orcacomet.client.ClientIdentity;
import org.orcacomet.client.ClientTimeouts;
import org.orcacomet.client.CometClient;
import org.orcacomet.client.CometClientSettings;
import org.orcacomet.trials.service.Certificates;
import org.orcacomet.trials.service.Probe;
import org.orcacomet.trials.service.Tally;

/** Three head nodes on one store, as our own client and a health check find them. */
class HeadsIT {
    private static final ContextId CONTEXT = ContextId.parse("slice");
    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final AtomicInteger CALLS = new AtomicInteger();

    /** A call that loses two attempts is over: one that succeeds has moved on within one. */
    private static final ClientTimeouts ONE_ATTEMPT_TO_LOSE =
            ClientTimeouts.of(Duration.ofSeconds(10), Duration.ofSeconds(10), Duration.ofSeconds(19));

    @TempDir
    static Path folder;

    private static Deployment deployment;

    private final TokenPair tokens = new TokenGenerator().pair();

    @BeforeAll
    static void deploy() throws Exception {
        deployment = Deployment.apart(
                Path.of(System.getProperty("comet.server")), folder.resolve("heads"), SharedCluster.get(), 3);
    }

    @AfterAll
    static void close() {
        deployment.close();
    }

    /** That one serves again after its store was away does not mean that the others do. */
    @BeforeEach
    void startThoseThatDoNotRun() throws Exception {
        deployment.start();
        Tally tally = new Tally();
        new Probe().await(deployment, tally);
        assertThat(tally.losses()).isEmpty();
    }

    @Test
    void client_movesOnWithinOneAttemptFromAHeadThatIsKilled() throws Exception {
        try (CometClient client = client()) {
            assertServed(client.comet());
            deployment.kill(0);
            assertServed(client.comet());
        }
    }

    @Test
    void client_movesOnWithinOneAttemptFromAHeadThatStandsStill() throws Exception {
        try (CometClient client = client()) {
            assertServed(client.comet());
            deployment.freeze(0);
            try {
                assertServed(client.comet());
            } finally {
                deployment.thaw(0);
            }
        }
    }

    @Test
    void client_losesNoCallWhileTwoOfThreeHeadsAreKilled() throws Exception {
        AtomicBoolean going = new AtomicBoolean(true);
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try (CometClient client = client()) {
            Callable<Integer> caller = () -> {
                while (going.get()) {
                    assertServed(client.comet());
                }
                return 0;
            };
            var callers =
                    IntStream.range(0, 4).mapToObj(i -> threads.submit(caller)).toList();
            awaitCalls(8);
            deployment.kill(0);
            awaitCalls(8);
            deployment.kill(1);
            awaitCalls(8);
            going.set(false);
            for (Future<Integer> ended : callers) {
                assertThat(ended.get()).isZero();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void headWithoutItsStore_is503AndNotReadyUntilItIsBack() throws Exception {
        deployment.harm(StoreFault.TABLET_SERVER_FROZEN);
        try {
            var write = sendLater("POST", "/writeScope?" + scope());
            var read = sendLater("GET", "/readScope?" + scope());
            var ready = sendLater("GET", "/ready");
            assertThat(send("GET", "/health").statusCode()).isEqualTo(200);
            assertUnavailable(write.join());
            assertUnavailable(read.join());
            assertThat(ready.join().statusCode()).isEqualTo(503);
        } finally {
            deployment.mend(StoreFault.TABLET_SERVER_FROZEN);
        }
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> send("GET", "/ready").statusCode() == 200
                        && send("GET", "/readScope?" + scope()).statusCode() == 200);
    }

    private static CometClient client() throws IOException {
        String heads = IntStream.range(0, deployment.size())
                .mapToObj(HeadsIT::address)
                .map(URI::toString)
                .collect(Collectors.joining(","));
        Path tls = deployment.tls();
        return CometClient.open(CometClientSettings.of(heads, tls.resolve("ca.pem"))
                .identity(ClientIdentity.pem(tls.resolve("client.pem"), tls.resolve("client.key")))
                .timeouts(ONE_ATTEMPT_TO_LOSE)
                .build());
    }

    private static URI address(int head) {
        try {
            return deployment.address(head);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** Writes a scope, and reads it. */
    private void assertServed(Comet comet) throws CometException {
        String name = "call-" + CALLS.incrementAndGet();
        ScopeKey key = ScopeKey.of(CONTEXT, Family.parse("users"), EntryKey.parse(name));
        comet.write(ScopeWrite.of(key, tokens, ScopeValue.of(name)));
        assertThat(comet.read(key, tokens.read()).text()).contains(name);
    }

    private void awaitCalls(int more) {
        int before = CALLS.get();
        Awaitility.await().atMost(PATIENCE).until(() -> CALLS.get() >= before + more);
    }

    private static String scope() {
        return "contextID=slice&family=users&Key=vm&readToken=ReadToken1&writeToken=WriteToken1";
    }

    private static HttpResponse<String> send(String method, String path) throws IOException {
        return sendLater(method, path).join();
    }

    private static CompletableFuture<HttpResponse<String>> sendLater(String method, String path) throws IOException {
        HttpClient client = HttpClient.newBuilder()
                .sslContext(Certificates.trusted(deployment.tls()))
                .build();
        return client.sendAsync(
                HttpRequest.newBuilder(deployment.address(0).resolve(path))
                        .method(method, BodyPublishers.noBody())
                        .timeout(PATIENCE)
                        .build(),
                BodyHandlers.ofString());
    }

    private static void assertUnavailable(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
    }
}
