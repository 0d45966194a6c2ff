package org.orcacomet.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.SSLContext;
import org.orcacomet.http.TestPki.Dates;
import org.orcacomet.service.ServiceSettings;
import org.orcacomet.service.TrustedSubjects;

/** A server that is sent what is nearly a request, and asked for something good after each over a kept connection. */
final class FuzzedServer implements AutoCloseable {
    private static final HttpLimits SMALL_HEADERS =
            new HttpLimits(Duration.ofSeconds(20), Duration.ofSeconds(5), 1 << 13, 300, LoadLimits.defaults());
    private static final byte[] READ = ("GET /readScope?contextID=slice&family=users&Key=unit&readToken=ReadToken1"
                    + " HTTP/1.1\r\nHost: 127.0.0.1:8111\r\n\r\n")
            .getBytes(StandardCharsets.US_ASCII);

    private final TestServer server;
    private final SSLContext tls;
    private final KeptConnection kept;

    /** One with this TLS. */
    FuzzedServer(TlsProvider provider) throws IOException {
        Path folder = Files.createDirectories(Path.of("target", "http-fuzz", provider.toString()));
        server = new TestServer(folder, provider, SMALL_HEADERS);
        server.settings.set(ServiceSettings.defaults().withAdmins(TrustedSubjects.ofAdmins(List.of("CN=Trusted"))));
        tls = TestPki.client(server.ca, TestPki.issue(server.ca, "CN=Trusted", Dates.NOW));
        kept = new KeptConnection(server.port(), tls);
    }

    /** What it makes of these bytes and no more. */
    Conversation hears(String request) throws IOException {
        return Conversation.of(new KeptConnection(server.port(), tls), request);
    }

    void assertWorksOn() throws IOException {
        kept.send(READ);
        assertThat(kept.receive().status()).isIn(200, 403);
    }

    @Override
    public void close() throws IOException {
        kept.close();
        server.close();
    }
}
