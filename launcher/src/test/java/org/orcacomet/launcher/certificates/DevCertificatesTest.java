package org.orcacomet.launcher.certificates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DevCertificatesTest {
    @TempDir
    Path parent;

    @Test
    void create_makesAllFilesAndKeepsTheKeysToTheirOwner() throws Exception {
        Path folder = parent.resolve("new/tls");
        DevCertificates.create(folder);

        assertThat(names(folder))
                .containsExactlyInAnyOrder(
                        "ca.pem",
                        "ca.der",
                        "server.pem",
                        "server.key",
                        "trust.pem",
                        "client.pem",
                        "client.key",
                        "client.jks",
                        "client.p12");
        for (String secret : List.of("server.key", "client.key", "client.jks", "client.p12")) {
            assertThat(modes(folder.resolve(secret))).isEqualTo("rw-------");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"server", "client"})
    void certificate_isOfTheAuthorityAndOfItsKey(String name) throws Exception {
        DevCertificates.create(parent);

        X509Certificate certificate = certificate(name + ".pem");
        certificate.verify(certificate("ca.pem").getPublicKey());
        certificate.checkValidity();
        assertThat(certificate.getBasicConstraints()).isEqualTo(-1);
        assertMatch(key(name + ".key"), certificate);
    }

    @Test
    void server_isThisMachineAlone() throws Exception {
        DevCertificates.create(parent);

        assertThat(certificate("server.pem").getSubjectAlternativeNames())
                .map(name -> (String) name.get(1))
                .containsExactlyInAnyOrder("localhost", "127.0.0.1", "0:0:0:0:0:0:0:1");
    }

    @Test
    void authority_isTheSameInAllForms() throws Exception {
        DevCertificates.create(parent);

        assertThat(certificate("ca.der")).isEqualTo(certificate("ca.pem")).isEqualTo(certificate("trust.pem"));
        assertThat(certificate("ca.pem").getBasicConstraints()).isNotNegative();
    }

    @ParameterizedTest
    @CsvSource({"JKS, client.jks", "PKCS12, client.p12"})
    void keyStore_opensWithItsKnownPassword(String type, String name) throws Exception {
        DevCertificates.create(parent);

        KeyStore store = KeyStore.getInstance(type);
        char[] password = DevCertificates.KEY_STORE_PASSWORD.toCharArray();
        try (InputStream in = Files.newInputStream(parent.resolve(name))) {
            store.load(in, password);
        }
        assertThat(store.getKey("client", password)).isEqualTo(key("client.key"));
        assertThat(store.getCertificateChain("client"))
                .containsExactly(certificate("client.pem"), certificate("ca.pem"));
    }

    @ParameterizedTest
    @CsvSource({"ca.pem", "client.jks"})
    void create_overwritesNothing(String existing) throws IOException {
        Files.writeString(parent.resolve(existing), "mine");

        assertThatExceptionOfType(FileAlreadyExistsException.class)
                .isThrownBy(() -> DevCertificates.create(parent))
                .withMessageContaining(existing);
        assertThat(parent.resolve(existing)).hasContent("mine");
        assertThat(names(parent)).containsExactly(existing);
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    private static String modes(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }

    private X509Certificate certificate(String name) throws Exception {
        try (InputStream in = Files.newInputStream(parent.resolve(name))) {
            return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
        }
    }

    private PrivateKey key(String name) throws Exception {
        String body = Files.readString(parent.resolve(name)).replaceAll("-----[A-Z ]+-----|\\s", "");
        return KeyFactory.getInstance("EC")
                .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(body)));
    }

    private static void assertMatch(PrivateKey key, X509Certificate certificate) throws Exception {
        byte[] text = {1, 2, 3};
        Signature signature = Signature.getInstance("SHA256withECDSA");
        signature.initSign(key);
        signature.update(text);
        byte[] signed = signature.sign();
        signature.initVerify(certificate);
        signature.update(text);
        assertThat(signature.verify(signed)).isTrue();
    }
}
