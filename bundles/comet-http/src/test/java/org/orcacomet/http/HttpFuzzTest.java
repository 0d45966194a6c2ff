package org.orcacomet.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.orcacomet.api.testkit.Mutations;
import org.orcacomet.http.TestPki.Dates;
import org.orcacomet.store.MemoryScopeStore;

/**
 * Bytes that are nearly the requests of known clients, each on a TLS connection of its own: each request gets an
 * answer of the contract and never a fault, and a good request on a kept connection is answered after each.
 */
class HttpFuzzTest {
    private static final HttpLimits SMALL_HEADERS =
            new HttpLimits(Duration.ofSeconds(20), Duration.ofSeconds(5), 1 << 13, 300, LoadLimits.defaults());
    private static final String READ = "GET /readScope?contextID=slice&family=users&Key=unit&readToken=ReadToken1"
            + " HTTP/1.1\r\nHost: 127.0.0.1:8111\r\n\r\n";

    private static TestServer server;
    private static SSLContext tls;
    private static KeptConnection kept;

    @BeforeContainer
    static void start() throws IOException {
        Path folder = Files.createDirectories(Path.of("target", "http-fuzz"));
        server = new TestServer(folder, new MemoryScopeStore(), SMALL_HEADERS);
        tls = TestPki.client(server.ca, TestPki.issue(server.ca, "CN=Trusted", Dates.NOW));
        kept = new KeptConnection(server.port(), tls);
    }

    @AfterContainer
    static void stop() throws IOException {
        kept.close();
        server.close();
    }

    @Provide
    Arbitrary<String> requests() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/test/resources/requests"))) {
            List<byte[]> seeds = files.sorted().map(HttpFuzzTest::onTheWire).toList();
            return Mutations.ofBytes(seeds).map(bytes -> new String(bytes, StandardCharsets.ISO_8859_1));
        }
    }

    private static byte[] onTheWire(Path file) {
        try {
            return ascii(Files.readString(file).replace("\n", "\r\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Property
    void request_isAnsweredByTheContract(@ForAll("requests") String request) throws IOException {
        Conversation.of(new KeptConnection(server.port(), tls), request).assertByTheContract();
        kept.send(ascii(READ));
        assertThat(kept.receive().status()).isIn(200, 403);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
