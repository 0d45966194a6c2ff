package org.orcacomet.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.orcacomet.client.FakeComet.AUTHORITY;
import static org.orcacomet.client.FakeComet.KEY;
import static org.orcacomet.client.FakeComet.PRESENT;
import static org.orcacomet.client.FakeComet.TOKENS;
import static org.orcacomet.client.FakeComet.client;
import static org.orcacomet.client.FakeComet.ours;
import static org.orcacomet.client.Misbehaviour.saying;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.orcacomet.api.CometUnavailable;
import org.orcacomet.api.Reading;

class TlsTest {
    @TempDir
    private Path folder;

    private void assertRefused(FakeServer server, CometClient client, String reason) {
        assertThatThrownBy(() -> client.comet().read(KEY, TOKENS.read()))
                .isInstanceOf(CometUnavailable.class)
                .hasMessage("no answer to read of slice/users/r1: " + server.address() + ": " + reason);
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void read_tellsNothingToAServerOfAnotherAuthority() throws Exception {
        try (FakeServer server =
                        FakeServer.start(TestAuthority.named("Other CA").server(), saying(PRESENT));
                CometClient client = client(folder, server.address())) {
            assertRefused(server, client, "its certificate is not vouched for by the configured authorities");
        }
    }

    @Test
    void read_tellsNothingToAServerOfAnotherName() throws Exception {
        try (FakeServer server = FakeServer.start(AUTHORITY.serverElsewhere(), saying(PRESENT));
                CometClient client = client(folder, server.address())) {
            assertRefused(server, client, "its certificate is not for this host");
        }
    }

    @Test
    void read_tellsNothingToAServerWithAnExpiredCertificate() throws Exception {
        try (FakeServer server = FakeServer.start(AUTHORITY.serverOfYesterday(), saying(PRESENT));
                CometClient client = client(folder, server.address())) {
            assertRefused(server, client, "its certificate is not in its dates");
        }
    }

    @Test
    void read_takesAnAuthorityInDer() throws Exception {
        try (FakeServer server = ours(saying(PRESENT));
                CometClient client =
                        CometClient.open(CometClientSettings.of(server.address(), AUTHORITY.derFile(folder))
                                .build())) {
            assertThat(client.comet().read(KEY, TOKENS.read()).text()).contains("text");
            assertThat(server.calls().get(0).client()).isEqualTo("nobody");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.3", "TLSv1.2"})
    void read_speaksTheServersVersion(String version) throws Exception {
        try (FakeServer server = FakeServer.start(
                        AUTHORITY.server(), Misbehaviour.afterVersion(FakeComet.OURS, saying(PRESENT)), version);
                CometClient client = client(folder, server.address())) {
            client.comet().read(KEY, TOKENS.read());
            assertThat(server.calls().get(0).tls()).isEqualTo(version);
        }
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({"RSA, PKCS#1", "RSA, PKCS#8", "EC, PKCS#8", "EC, SEC1", "EC, SEC1 after parameters"})
    void read_showsTheCertificateOfAPemKey(String algorithm, String form) throws Exception {
        TestIdentity identity = AUTHORITY.client(algorithm);
        assertShown(ClientIdentity.pem(identity.certificateFile(folder), identity.keyFile(folder, form)));
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({"RSA, JKS", "EC, JKS", "EC, PKCS12"})
    void read_showsTheCertificateOfAKeyStore(String algorithm, String type) throws Exception {
        Path file = AUTHORITY.client(algorithm).keyStoreFile(folder, type, "changeit");
        assertShown(ClientIdentity.keyStore(file, "changeit"));
    }

    private void assertShown(ClientIdentity identity) throws Exception {
        try (FakeServer server = ours(saying(PRESENT));
                CometClient client = CometClient.open(FakeComet.settings(folder, server.address())
                        .identity(identity)
                        .build())) {
            client.comet().read(KEY, TOKENS.read());
            assertThat(server.calls().get(0).client()).isEqualTo("CN=client");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.3", "TLSv1.2"})
    void read_usesAConnectionWithAClientCertificateAgain(String version) throws Exception {
        TestIdentity identity = AUTHORITY.client("EC");
        try (FakeServer server = FakeServer.start(
                        AUTHORITY.server(), Misbehaviour.afterVersion(FakeComet.OURS, saying(PRESENT)), version);
                CometClient client = CometClient.open(FakeComet.settings(folder, server.address())
                        .identity(ClientIdentity.keyStore(identity.keyStoreFile(folder, "JKS", "changeit"), "changeit"))
                        .build())) {
            for (int i = 0; i < 50; i++) {
                client.comet().read(KEY, TOKENS.read());
            }
            assertThat(server.calls()).hasSize(50).allMatch(call -> call.client()
                    .equals("CN=client"));
            assertThat(server.handshakes()).isEqualTo(1);
        }
    }

    @Test
    void read_opensNoMoreConnectionsThanItMay() throws Exception {
        ExecutorService callers = Executors.newFixedThreadPool(16);
        try (FakeServer server = ours(saying(PRESENT));
                CometClient client = CometClient.open(FakeComet.settings(folder, server.address())
                        .limits(ClientLimits.standard().connections(4))
                        .build())) {
            List<Callable<Reading>> calls = new ArrayList<>();
            for (int i = 0; i < 100; i++) {
                calls.add(() -> client.comet().read(KEY, TOKENS.read()));
            }
            for (Future<Reading> reading : callers.invokeAll(calls)) {
                assertThat(reading.get().text()).contains("text");
            }
            assertThat(server.handshakes()).isBetween(1, 4);
        } finally {
            callers.shutdownNow();
        }
    }
}
