package org.orcacomet.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.orcacomet.http.TestPki.Dates;
import org.orcacomet.http.TestPki.Identity;
import org.orcacomet.service.CometService;
import org.orcacomet.service.ServiceSettings;
import org.orcacomet.store.MemoryScopeStore;

/** What stops it from starting is one sentence that says what, and what to do. */
class StartTest {
    private static final Identity CA = TestPki.ca("CN=CA");
    private static final Identity OWN = TestPki.issue(CA, "CN=localhost", Dates.NOW);
    private static final String BLOCK = "-----BEGIN %s-----\n%s\n-----END %s-----\n";

    @TempDir
    Path folder;

    private TlsFiles files;

    @BeforeEach
    void writeFiles() throws IOException {
        files = new TlsFiles(
                Files.writeString(folder.resolve("server.pem"), OWN.certificatePem()),
                Files.writeString(folder.resolve("server.key"), OWN.keyPem()),
                Optional.of(Files.writeString(folder.resolve("trust.pem"), TestPki.pem(CA.certificate()))));
    }

    private CometServer start(String host, int port) throws IOException {
        CometService service = new CometService(new MemoryScopeStore(), ServiceSettings::defaults, Clock.systemUTC());
        return CometServer.start(settings(host, port), service);
    }

    private record Row(String file, String content, String message) {
        @Override
        public String toString() {
            return message;
        }
    }

    static Stream<Row> brokenFiles() {
        String encrypted = "tls.key: FILE is encrypted: store it without a password";
        return Stream.of(
                new Row("server.pem", "", "tls.certificate: FILE holds no certificate"),
                new Row("server.pem", OWN.keyPem(), "tls.certificate: FILE holds no certificate"),
                new Row("server.pem", "garbage", "tls.certificate: FILE holds no certificate, or a damaged one"),
                new Row(
                        "server.pem",
                        block("CERTIFICATE", "AAAA"),
                        "tls.certificate: FILE holds no certificate, or a damaged one"),
                new Row("server.key", "", "tls.key: FILE holds no private key in PEM"),
                new Row("server.key", OWN.certificatePem(), "tls.key: FILE holds no private key in PEM"),
                new Row("server.key", block("ENCRYPTED PRIVATE KEY", "AAAA"), encrypted),
                new Row(
                        "server.key",
                        block("RSA PRIVATE KEY", "Proc-Type: 4,ENCRYPTED\nDEK-Info: AES-128-CBC,00\n\nAAAA"),
                        encrypted),
                new Row(
                        "server.key",
                        block("PRIVATE KEY", "not base64!"),
                        "tls.key: FILE is damaged: it holds a PEM block that is not base64"),
                new Row(
                        "server.key",
                        block("PRIVATE KEY", "AAAA"),
                        "tls.key: FILE is damaged, or neither RSA, EC nor EdDSA"),
                new Row(
                        "server.key",
                        block("EC PRIVATE KEY", "MIIA"),
                        "tls.key: FILE is damaged: its DER ends too early"),
                new Row(
                        "server.key",
                        block("EC PRIVATE KEY", "AAAA"),
                        "tls.key: FILE is damaged: its DER is of another kind than its PEM label says"),
                new Row(
                        "server.key",
                        block("DSA PRIVATE KEY", "AAAA"),
                        "tls.key: FILE is of an unknown kind: make it PKCS#8"),
                new Row(
                        "server.key",
                        TestPki.selfSigned("CN=x").keyPem(),
                        "tls.key: FILE is not the key of the first certificate in FOLDER/server.pem: name the two files that were made together"),
                new Row("trust.pem", "", "tls.roots: FILE holds no certificate"),
                new Row("trust.pem", "\n", "tls.roots: FILE holds no certificate, or a damaged one"));
    }

    private static String block(String label, String body) {
        return BLOCK.formatted(label, body, label);
    }

    @ParameterizedTest
    @MethodSource("brokenFiles")
    void start_refusesABrokenFile(Row row) throws IOException {
        Path file = Files.writeString(folder.resolve(row.file()), row.content());
        String message = row.message().replace("FILE", file.toString()).replace("FOLDER", folder.toString());
        assertThatThrownBy(() -> start("127.0.0.1", 0))
                .isInstanceOf(IOException.class)
                .hasMessage(message);
    }

    @ParameterizedTest
    @CsvSource({"server.pem,tls.certificate", "server.key,tls.key", "trust.pem,tls.roots"})
    void start_refusesAMissingFileAndAFolder(String name, String property) throws IOException {
        Path file = folder.resolve(name);
        Files.delete(file);
        assertThatThrownBy(() -> start("127.0.0.1", 0))
                .hasMessage(property + ": " + file + " does not exist: name a PEM file");
        Files.createDirectory(file);
        assertThatThrownBy(() -> start("127.0.0.1", 0))
                .hasMessage(property + ": " + file + " cannot be read: name a PEM file");
    }

    @Test
    void start_refusesATakenPort() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            int port = other.getLocalPort();
            assertThatThrownBy(() -> start("127.0.0.1", port))
                    .isInstanceOf(IOException.class)
                    .hasMessage("port " + port + " of 127.0.0.1 is taken, or not of this machine: stop what listens"
                            + " there, or set host and port to others");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "192.0.2.1, port 0 of 192.0.2.1 is taken",
        "no.such.host.invalid, host: no.such.host.invalid is no name of this machine"
    })
    void start_refusesAHostThatIsNotThisMachine(String host, String message) {
        assertThatThrownBy(() -> start(host, 0)).isInstanceOf(IOException.class).hasMessageStartingWith(message);
    }

    @ParameterizedTest
    @CsvSource({"127.0.0.1,127.0.0.1", "0.0.0.0,127.0.0.1", "'',127.0.0.1", "localhost,localhost"})
    void address_isOneThatThisMachineReaches(String host, String shown) throws IOException {
        try (CometServer server = start(host, 0)) {
            int port = server.address().uri().getPort();
            assertThat(server.address().uri()).hasToString("https://" + shown + ":" + port);
            assertThat(new WireClient(port, TestPki.client(CA)).get("/ready").status())
                    .isEqualTo(200);
        }
    }

    @Test
    void start_canBeRepeatedOnTheSamePort() throws IOException {
        int port;
        try (CometServer first = start("127.0.0.1", 0)) {
            port = first.address().uri().getPort();
            new WireClient(port, TestPki.client(CA)).get("/ready");
        }
        start("127.0.0.1", port).close();
    }

    @Test
    void settings_refuseWhatCannotServe() {
        assertThatThrownBy(() -> settings("x", 65_536))
                .hasMessage("port is not from 0 to 65535: set it to a free port, or to 0");
        assertThatThrownBy(() -> limits(0, 0, 1024, 8))
                .hasMessage("idle.timeout.ms is under 1: raise it, or leave it out");
        assertThatThrownBy(() -> limits(1, -1, 1024, 8))
                .hasMessage("stop.timeout.ms is negative: raise it, or leave it out");
        assertThatThrownBy(() -> limits(1, 0, 1023, 8))
                .hasMessage("header.max.bytes is under 1024: raise it, or leave it out");
        assertThatThrownBy(() -> limits(1, 0, 1024, 7)).hasMessage("threads is under 8: raise it, or leave it out");
        assertThatThrownBy(() -> limits(1, 0, 1024, 100))
                .hasMessage("threads is not over calls.max: raise it, or leave it out");
    }

    private HttpSettings settings(String host, int port) {
        TlsSettings tls = new TlsSettings(files, TlsProvider.AUTO);
        return new HttpSettings(host, port, tls, TestServer.LIMITS, MetricsAccess.admins());
    }

    private static HttpLimits limits(int idle, int stop, int headerBytes, int threads) {
        return new HttpLimits(
                Duration.ofMillis(idle), Duration.ofMillis(stop), headerBytes, threads, LoadLimits.defaults());
    }
}
