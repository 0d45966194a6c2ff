package org.orcacomet.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.orcacomet.store.MemoryScopeStore;

/** Clients that send a byte now and then, or take none: more of them than there are threads. */
class SlowClientsTest {
    private static final int CLIENTS = 40;
    private static final int THREADS = 16;
    private static final int THOUSANDS = 3000;

    /** What a slow client does not keep within, and one that a busy machine lets stand still for a while does. */
    private static final Duration PATIENCE = Duration.ofSeconds(4);

    private static final byte[] TLS_RECORD_OF_512 = {22, 3, 1, 2, 0, 1, 0, 1, (byte) 0xfc, 3, 3};
    private static final String TOKENS = "&readToken=ReadToken1&writeToken=WriteToken1";
    private static final String WRITE =
            "POST /writeScope?contextID=slice&family=users&Key=slow" + TOKENS + " HTTP/1.1\r\nHost: x\r\n";

    @TempDir
    Path folder;

    private TestServer server;

    private record Kind(String name, boolean secure, String atOnce, int octet) {
        @Override
        public String toString() {
            return name;
        }

        SlowClient against(TestServer server) {
            byte[] bytes = atOnce.getBytes(StandardCharsets.ISO_8859_1);
            SlowClient client = secure
                    ? SlowClient.secure(server.port(), TestPki.client(server.ca), atOnce)
                    : SlowClient.plain(server.port(), bytes);
            return client.trickle(octet);
        }
    }

    static Stream<Kind> kinds() {
        return Stream.of(
                new Kind("handshake", false, new String(TLS_RECORD_OF_512, StandardCharsets.ISO_8859_1), 0),
                new Kind("request line", true, "GET /readScope?", 'x'),
                new Kind("headers", true, "GET /getVersion HTTP/1.1\r\nHost: x\r\nX: ", 'x'),
                new Kind("second request", true, "GET /getVersion HTTP/1.1\r\nHost: x\r\n\r\nGET /", 'x'),
                new Kind("body", true, WRITE + "Content-Length: 100000\r\n\r\n", 'x'),
                new Kind("body in chunks", true, WRITE + "Transfer-Encoding: chunked\r\n\r\n186A0\r\n", 'x'),
                new Kind(
                        "body of a refused call",
                        true,
                        "POST /none HTTP/1.1\r\nHost: x\r\nContent-Length: 9999\r\n\r\n",
                        'x'),
                new Kind(
                        "answer",
                        true,
                        "GET /enumerateScope?contextID=large&readToken=ReadToken1 HTTP/1.1\r\nHost: x\r\n\r\n",
                        'x'));
    }

    private static HttpLimits limits(Duration patience) {
        LoadLimits load = new LoadLimits(500, 500, 8, 1 << 30, new Pace(patience, 1 << 20));
        return new HttpLimits(patience, Duration.ofSeconds(1), 1 << 16, THREADS, load);
    }

    @BeforeEach
    void start() {
        MemoryScopeStore store = new MemoryScopeStore();
        try (TestServer patient = new TestServer(folder, store, limits(Duration.ofMinutes(1)))) {
            fill(patient.trusted());
        }
        server = new TestServer(folder, store, limits(PATIENCE));
    }

    private static void fill(WireClient client) {
        for (int i = 0; i < 8; i++) {
            String large = "/writeScope?contextID=large&family=users&Key=" + i + TOKENS;
            assertThat(client.post(large, "x".repeat(1 << 20)).status()).isEqualTo(200);
        }
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void slowClients_costOthersNothing_andAreEnded(Kind kind) {
        List<SlowClient> slow =
                IntStream.range(0, CLIENTS).mapToObj(i -> kind.against(server)).toList();
        try {
            WireClient other = server.trusted();
            String fresh = "/writeScope?contextID=slice&family=users&Key=other" + TOKENS;
            assertThat(other.post(fresh, "[]").status()).isEqualTo(200);
            Patience.await().untilAsserted(() -> assertThat(slow).allMatch(SlowClient::isEnded));
            assertThat(other.post(fresh, "[1]").status()).isEqualTo(200);
        } finally {
            slow.forEach(SlowClient::close);
        }
    }

    @Test
    void thousandsOfHalfOpenConnections_costOthersNothing() throws IOException {
        List<Socket> halfOpen = new ArrayList<>();
        try (TestServer usual = new TestServer(folder)) {
            WireClient other = usual.client();
            for (int i = 0; i < THOUSANDS; i++) {
                halfOpen.add(new Socket("127.0.0.1", usual.port(), InetAddress.getByName("127.0.0.2"), 0));
                if (i % 200 == 0) {
                    assertThat(other.get("/getVersion").status()).isEqualTo(200);
                }
            }
            Patience.await().untilAsserted(() -> assertThat(halfOpen).anyMatch(SlowClientsTest::isEnded));
            assertThat(other.get("/getVersion").status()).isEqualTo(200);
        } finally {
            for (Socket socket : halfOpen) {
                socket.close();
            }
        }
    }

    private static boolean isEnded(Socket socket) {
        try {
            socket.setSoTimeout(1);
            return socket.getInputStream().read() < 0;
        } catch (SocketTimeoutException e) {
            return false;
        } catch (IOException e) {
            return true;
        }
    }

    @Test
    void slowBody_isCutOffWhenTheServerStops() {
        HttpLimits patient = limits(Duration.ofMinutes(1));
        String body = WRITE + "Content-Length: 100000\r\n\r\n";
        try (TestServer stopping = new TestServer(folder, new MemoryScopeStore(), patient);
                SlowClient slow = SlowClient.secure(stopping.port(), TestPki.client(stopping.ca), body)
                        .trickle('x')) {
            assertThat(stopping.client().get("/getVersion").status()).isEqualTo(200);
            stopping.close();
            Patience.await().until(slow::isEnded);
        }
    }

    @Test
    void slowBody_isToldSo() {
        String head = WRITE + "Content-Length: 10\r\n\r\nxx";
        WireClient.Reply reply = server.trusted().raw(head.getBytes(StandardCharsets.UTF_8));
        assertThat(reply.status()).isEqualTo(408);
        assertThat(reply.message()).isEqualTo("the request did not come in time");
    }
}
