package org.orcacomet.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.net.ssl.SSLContext;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.orcacomet.api.testkit.Mutations;
import org.orcacomet.http.TestPki.Dates;
import org.orcacomet.http.WireClient.Reply;
import org.orcacomet.store.MemoryScopeStore;

/**
 * Bytes that are nearly requests, over TLS: each request gets answers of the contract, never a fault, and the service
 * answers good requests afterwards. Many are sent side by side, as those that are not complete are waited for.
 */
class HttpFuzzTest {
    private static final int SIDE_BY_SIDE = 30;
    private static final HttpLimits IMPATIENT =
            new HttpLimits(Duration.ofSeconds(1), Duration.ofSeconds(5), 1 << 13, 64);
    private static final String TOKENS = "&readToken=ReadToken1&writeToken=WriteToken1";
    private static final String USERS = "?contextID=slice&family=users&Key=unit";
    private static final String GOOD = "GET /readScope" + USERS + TOKENS + " HTTP/1.1\r\nHost: x\r\n\r\n";
    private static final ExecutorService SENDERS = Executors.newFixedThreadPool(SIDE_BY_SIDE);

    private static TestServer server;
    private static SSLContext tls;

    @BeforeContainer
    static void start() throws IOException {
        Path folder = Files.createDirectories(Path.of("target", "http-fuzz"));
        server = new TestServer(folder, new MemoryScopeStore(), IMPATIENT);
        tls = TestPki.client(server.ca, TestPki.issue(server.ca, "CN=Trusted", Dates.NOW));
    }

    @AfterContainer
    static void stop() {
        SENDERS.shutdownNow();
        server.close();
    }

    @Provide
    Arbitrary<List<byte[]>> requests() {
        String host = " HTTP/1.1\r\nHost: 127.0.0.1:8111\r\n";
        String value = "{\"val_\": \"[]\"}";
        return Mutations.ofBytes(List.of(
                        ascii("GET /getVersion" + host + "\r\n"),
                        ascii("GET //readScope/" + USERS + TOKENS + host + "Accept: */*\r\n\r\n"),
                        ascii("POST /writeScope" + USERS + TOKENS + host + "If-Match: \"1\"\r\nContent-Length: 14\r\n\r\n"
                                + value),
                        ascii("POST /writeScope" + USERS + host + "Comet-Read-Token: ReadToken1\r\n"
                                + "Comet-Write-Token: WriteToken1\r\nIf-None-Match: *\r\n"
                                + "Transfer-Encoding: chunked\r\n\r\ne\r\n" + value + "\r\n0\r\n\r\n"),
                        ascii("POST /writeScopes?contextID=slice" + host + "Content-Length: 2\r\n\r\n[]"),
                        ascii("DELETE /deleteScope" + USERS + TOKENS + host + "Connection: close\r\n\r\n"),
                        ascii("GET /enumerateScope?contextID=slice&family=&readToken=ReadToken1" + host
                                + "Expect: 100-continue\r\n\r\n"),
                        ascii(GOOD + GOOD)))
                .list()
                .ofSize(SIDE_BY_SIDE);
    }

    @Property(tries = 10)
    void request_isAnsweredByTheContract(@ForAll("requests") List<byte[]> requests) throws Exception {
        List<Future<Conversation>> conversations = new ArrayList<>();
        for (byte[] request : requests) {
            conversations.add(SENDERS.submit(() -> Conversation.of(new KeptConnection(server.port(), tls), request)));
        }
        for (Future<Conversation> conversation : conversations) {
            conversation.get().assertByTheContract();
        }
        assertServes();
    }

    private static void assertServes() throws IOException {
        try (KeptConnection connection = new KeptConnection(server.port(), tls)) {
            connection.send(ascii("GET /ready HTTP/1.1\r\nHost: x\r\n\r\n"));
            Reply reply = connection.receive();
            assertThat(reply.status()).isEqualTo(200);
        }
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
