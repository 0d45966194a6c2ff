package org.orcacomet.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.orcacomet.http.TestPki.Dates;
import org.orcacomet.http.TestPki.Identity;
import org.orcacomet.http.WireClient.Reply;

/** Real handshakes: versions, client certificates, and files that change while it runs. */
@ParameterizedClass
@EnumSource(names = {"CONSCRYPT", "JDK"})
class TlsTest {
    private static final String CREATE =
            "/writeScope?contextID=slice&family=users&Key=unit&readToken=ReadToken1&writeToken=WriteToken1";

    @TempDir
    Path folder;

    private final TlsProvider provider;
    private TestServer server;

    TlsTest(TlsProvider provider) {
        this.provider = provider;
    }

    @BeforeEach
    void start() {
        server = new TestServer(folder, provider);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void handshake_speaks(String version) throws Exception {
        assertThat(handshake(version).getSession().getProtocol()).isEqualTo(version);
    }

    @Test
    void handshake_doesNotSpeakWhatIsOld() {
        assertThatThrownBy(() -> handshake("TLSv1.1")).isInstanceOf(SSLException.class);
    }

    private SSLSocket handshake(String version) throws IOException {
        try (SSLSocket socket =
                (SSLSocket) TestPki.client(server.ca).getSocketFactory().createSocket("127.0.0.1", server.port())) {
            socket.setEnabledProtocols(new String[] {version});
            socket.startHandshake();
            return socket;
        }
    }

    @Test
    void requestThatIsCutOff_isRefused_whereTheTlsGoesOnAfterTheClientsEnd() throws IOException {
        String half = "POST " + CREATE + " HTTP/1.1\r\nHost: comet\r\nContent-Length: 20\r\n\r\n[]";
        KeptConnection connection = new KeptConnection(server.port(), TestPki.client(server.ca));
        Conversation conversation = Conversation.of(connection, half);
        assertThat(conversation.replies())
                .extracting(Reply::status)
                .isEqualTo(provider == TlsProvider.JDK ? List.of(400) : List.of());
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void caller_staysTrustedOnAKeptAndOnAResumedConnection(String version) throws Exception {
        SSLParameters parameters = new SSLParameters();
        parameters.setProtocols(new String[] {version});
        HttpClient client = HttpClient.newBuilder()
                .sslContext(TestPki.client(server.ca, TestPki.issue(server.ca, "CN=Trusted", Dates.NOW)))
                .sslParameters(parameters)
                .build();
        WireClient fresh = new WireClient(server.port(), client.sslContext());
        for (int i = 0; i < 3; i++) {
            String target = CREATE.replace("unit", "kept" + i);
            HttpRequest request = HttpRequest.newBuilder(URI.create("https://127.0.0.1:" + server.port() + target))
                    .POST(HttpRequest.BodyPublishers.ofString("[]"))
                    .build();
            assertThat(client.send(request, BodyHandlers.ofString()).statusCode())
                    .isEqualTo(200);
            assertThat(fresh.post(CREATE.replace("unit", "fresh" + i), "[]").status())
                    .isEqualTo(200);
        }
    }

    @Test
    void caller_mayHaveAnRsaKey() {
        assertThat(createWithKeyOf("RSA")).isEqualTo(200);
    }

    @Test
    void caller_mayHaveAnEd25519Key_whereTheJdkServes() {
        assertThat(createWithKeyOf("Ed25519")).isEqualTo(provider == TlsProvider.JDK ? 200 : 403);
    }

    private int createWithKeyOf(String algorithm) {
        Identity caller = TestPki.issue(server.ca, "CN=Trusted", Dates.NOW, TestPki.keys(algorithm));
        return server.client(caller).post(CREATE, "[]").status();
    }

    @Test
    void caller_isTrustedOverAnIntermediateCa() {
        Identity intermediate = TestPki.intermediate(server.ca, "CN=Between");
        Identity caller = TestPki.issue(intermediate, "CN=Trusted", Dates.NOW);
        assertThat(server.client(caller).post(CREATE, "[]").status()).isEqualTo(200);
    }

    @Test
    void caller_isTrustedIfItIsARoot() {
        Identity self = TestPki.selfSigned("CN=Pinned");
        assertThat(server.client(self).post(CREATE, "[]").status()).isEqualTo(403);
        TestServer.write(server.files.roots().orElseThrow(), TestPki.pem(self.certificate()));
        Patience.await().untilAsserted(() -> assertThat(
                        server.client(self).post(CREATE, "[]").status())
                .isEqualTo(200));
    }

    @Test
    void certificate_isTakenAnew() {
        Identity renewed = TestPki.issue(server.ca, "CN=renewed", Dates.NOW, TestPki.keys("RSA"));
        TestServer.write(server.files.certificate(), renewed.certificatePem());
        TestServer.write(server.files.key(), renewed.keyPem());
        Patience.await().untilAsserted(() -> assertThat(shown()).isEqualTo("CN=renewed"));
        assertThat(server.trusted().post(CREATE, "[]").status()).isEqualTo(200);
    }

    @Test
    void roots_areTakenAnewOnKeptConnectionsToo() throws Exception {
        Identity caller = TestPki.issue(server.ca, "CN=Trusted", Dates.NOW);
        HttpClient kept = HttpClient.newBuilder()
                .sslContext(TestPki.client(server.ca, caller))
                .build();
        URI uri = URI.create("https://127.0.0.1:" + server.port() + CREATE);
        HttpRequest delete = HttpRequest.newBuilder(URI.create(uri.toString().replace("writeScope", "deleteScope")))
                .DELETE()
                .build();
        assertThat(kept.send(delete, BodyHandlers.ofString()).statusCode()).isEqualTo(200);
        TestServer.write(
                server.files.roots().orElseThrow(),
                TestPki.pem(TestPki.ca("CN=Next CA").certificate()));
        Patience.await().untilAsserted(() -> assertThat(
                        kept.send(delete, BodyHandlers.ofString()).statusCode())
                .isEqualTo(403));
    }

    @Test
    void brokenFile_leavesTheOldInUse_andIsOneError() throws IOException {
        String before = TestLog.now();
        TestServer.write(server.files.key(), "garbage");
        Patience.await().untilAsserted(() -> assertThat(TestLog.since(before)).contains("cannot be used"));
        assertThat(shown()).isEqualTo("CN=localhost");
        TestServer.write(server.files.roots().orElseThrow(), "");
        Patience.await().untilAsserted(() -> assertThat(
                        TestLog.errorsSince(before, server.files.key().getParent()))
                .isEqualTo(2));
        assertThat(server.trusted().post(CREATE, "[]").status()).isEqualTo(200);
        assertThat(TestLog.since(before)).contains("tls.key: " + server.files.key() + " holds no private key in PEM");
    }

    @Test
    void outOfDates_isLoggedByItsSubjectOnce() throws IOException {
        String before = TestLog.now();
        WireClient late = server.client(TestPki.issue(server.ca, "CN=Late Caller", Dates.PAST));
        late.get("/readScope");
        late.get("/readScope");
        assertThat(TestLog.since(before)).containsOnlyOnce("CN=Late Caller");
    }

    private String shown() throws IOException {
        try (SSLSocket socket =
                (SSLSocket) TestPki.client(server.ca).getSocketFactory().createSocket("127.0.0.1", server.port())) {
            socket.startHandshake();
            X509Certificate certificate = (X509Certificate) socket.getSession().getPeerCertificates()[0];
            return certificate.getSubjectX500Principal().getName();
        }
    }
}
