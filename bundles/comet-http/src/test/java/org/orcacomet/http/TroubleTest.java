package org.orcacomet.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.orcacomet.http.WireClient.Reply;

/** What callers see when the store is in trouble, and when the service stops. */
class TroubleTest {
    private static final String TOKENS =
            "?contextID=slice&family=users&Key=unit&readToken=ReadToken1&writeToken=WriteToken1";

    static final List<String> CALLS = List.of(
            "POST /writeScope" + TOKENS,
            "GET /readScope" + TOKENS,
            "GET /enumerateScope" + TOKENS,
            "DELETE /deleteScope" + TOKENS);

    @TempDir
    Path folder;

    private final TroubledStore store = new TroubledStore();
    private TestServer server;
    private WireClient client;

    @BeforeEach
    void start() {
        server = new TestServer(folder, store, TestServer.LIMITS);
        client = server.trusted();
    }

    @AfterEach
    void stop() {
        store.mayGoOn.countDown();
        server.close();
    }

    private Reply call(String methodAndTarget) {
        String[] parts = methodAndTarget.split(" ");
        return client.send(parts[0], parts[1], new byte[0]);
    }

    @ParameterizedTest
    @FieldSource("CALLS")
    void call_isToBeRepeatedWhileTheStoreIsDown(String call) {
        store.down = true;
        Reply reply = call(call);
        assertThat(reply.status()).isEqualTo(503);
        assertThat(reply.header("Retry-After"))
                .hasValueSatisfying(wait -> assertThat(wait).matches("[1-9][0-9]*"));
        assertThat(reply.json().path("status").textValue()).isEqualTo("SERVICE_UNAVAILABLE");
        assertThat(reply.json().path("value").isObject()).isTrue();
        store.down = false;
        assertThat(call(call).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @FieldSource("CALLS")
    void call_tellsNothingOfAFault(String call) {
        store.broken = true;
        Reply reply = call(call);
        assertThat(reply.status()).isEqualTo(500);
        assertThat(reply.body()).doesNotContain(TroubledStore.SECRET);
        assertThat(reply.json().path("status").textValue()).isEqualTo("INTERNAL_SERVER_ERROR");
    }

    @Test
    void ready_saysWhetherTheStoreAnswers_andHealthThatTheServiceIsAlive() {
        store.down = true;
        assertThat(call("GET /ready").status()).isEqualTo(503);
        assertThat(call("GET /ready").header("Retry-After")).isPresent();
        assertThat(call("GET /health").body()).contains("\"storeAnswers\":false");
        assertThat(call("GET /health").status()).isEqualTo(200);
        store.down = false;
        assertThat(call("GET /ready").status()).isEqualTo(200);
    }

    @Test
    void close_letsACallEndThatRuns() throws InterruptedException {
        store.entered = new CountDownLatch(1);
        store.mayGoOn = new CountDownLatch(1);
        CompletableFuture<Reply> running = CompletableFuture.supplyAsync(() -> call(CALLS.get(0)));
        store.entered.await();
        CompletableFuture<Void> closing = CompletableFuture.runAsync(server::close);
        Patience.await().untilAsserted(() -> assertThat(listens()).isFalse());
        store.mayGoOn.countDown();
        assertThat(running.join().status()).isEqualTo(200);
        closing.join();
        assertThat(server.data()).hasSize(1);
    }

    private boolean listens() {
        try (Socket socket = new Socket("127.0.0.1", server.port())) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }
}
