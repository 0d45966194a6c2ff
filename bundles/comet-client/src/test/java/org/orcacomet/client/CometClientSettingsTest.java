package org.orcacomet.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CometClientSettingsTest {
    private static final TestAuthority AUTHORITY = TestAuthority.named("Test CA");

    @TempDir
    private Path folder;

    private Path authorities;
    private TestIdentity identity;

    @BeforeEach
    void make() throws Exception {
        authorities = AUTHORITY.pemFile(folder);
        identity = AUTHORITY.client("EC");
    }

    private void assertRefused(String sentence, Callable<ClientIdentity> given) {
        assertThatThrownBy(() -> CometClient.open(CometClientSettings.of("https://a:8111", authorities)
                        .identity(given.call())
                        .build()))
                .isInstanceOf(CometSettingsException.class)
                .hasMessage(sentence)
                .hasNoCause();
    }

    private Path file(String name, String text) throws Exception {
        return Files.write(folder.resolve(name), text.getBytes(StandardCharsets.US_ASCII));
    }

    @Test
    void open_refusesAuthoritiesThatAreNotThere() {
        authorities = folder.resolve("none.pem");
        assertRefused(
                "the file " + authorities + " does not exist", () -> ClientIdentity.keyStore(authorities, "changeit"));
    }

    @Test
    void open_refusesAuthoritiesThatAreNone() throws Exception {
        for (String text : new String[] {"", "SECRET", "-----BEGIN CERTIFICATE-----\nSECRET\n"}) {
            authorities = file("bad.pem", text);
            assertRefused(
                    "the file " + authorities + " holds no certificate in DER or PEM",
                    () -> ClientIdentity.keyStore(authorities, "changeit"));
        }
    }

    @Test
    void open_refusesAKeyStoreThatIsNotThere() {
        Path none = folder.resolve("none.jks");
        assertRefused("the file " + none + " does not exist", () -> ClientIdentity.keyStore(none, "changeit"));
    }

    @Test
    void open_refusesAKeyStoreWithAWrongPassword() throws Exception {
        for (String type : new String[] {"JKS", "PKCS12"}) {
            Path store = identity.keyStoreFile(folder, type, "changeit");
            assertRefused(
                    "the key store " + store + " does not open with the password given",
                    () -> ClientIdentity.keyStore(store, "SECRET"));
        }
    }

    @Test
    void open_refusesAKeyStoreThatIsNone() throws Exception {
        Path store = file("client.jks", "SECRET");
        assertRefused("the file " + store + " is no key store", () -> ClientIdentity.keyStore(store, "changeit"));
    }

    @Test
    void open_refusesAKeyStoreWithoutAKey() throws Exception {
        KeyStore store = KeyStore.getInstance("JKS");
        store.load(null, null);
        store.setCertificateEntry("ca", AUTHORITY.certificate());
        Path file = TestIdentity.save(store, folder.resolve("trust.jks"), "changeit");
        assertRefused(
                "the key store " + file + " holds no private key", () -> ClientIdentity.keyStore(file, "changeit"));
    }

    @Test
    void open_refusesAKeyWithAPasswordOfItsOwn() throws Exception {
        KeyStore store = identity.store("client", "other".toCharArray(), "JKS");
        Path file = TestIdentity.save(store, folder.resolve("client.jks"), "changeit");
        assertRefused(
                "the key in the key store " + file + " has another password than the store",
                () -> ClientIdentity.keyStore(file, "changeit"));
    }

    @Test
    void open_refusesAKeyOfAnotherCertificate() throws Exception {
        Path certificates = identity.certificateFile(folder);
        for (String algorithm : new String[] {"EC", "RSA"}) {
            Path key = AUTHORITY.client(algorithm).keyFile(folder, "PKCS#8");
            assertRefused(
                    "the key " + key + " does not belong to the first certificate of " + certificates,
                    () -> ClientIdentity.pem(certificates, key));
        }
    }

    @Test
    void open_refusesAPemFileWithoutAKey() throws Exception {
        Path certificates = identity.certificateFile(folder);
        assertRefused(
                "the file " + certificates + " holds no private key in PEM",
                () -> ClientIdentity.pem(certificates, certificates));
    }

    @Test
    void open_refusesADamagedKey() throws Exception {
        Path certificates = identity.certificateFile(folder);
        Path key = file("bad.key", TestAuthority.block("PRIVATE KEY", new byte[] {1, 2, 3}));
        assertThatThrownBy(() -> CometClient.open(CometClientSettings.of("https://a:8111", authorities)
                        .identity(ClientIdentity.pem(certificates, key))
                        .build()))
                .isInstanceOf(CometSettingsException.class)
                .hasMessageStartingWith("the private key in " + key + " is damaged");
    }

    @Test
    void open_refusesAnEncryptedKey() throws Exception {
        Path certificates = identity.certificateFile(folder);
        String pem = TestAuthority.block("RSA PRIVATE KEY", new byte[32])
                .replace(
                        "KEY-----\nA",
                        "KEY-----\nProc-Type: 4,ENCRYPTED\nDEK-Info: AES-128-CBC,00112233445566778899AABBCCDDEEFF\n\nA");
        Path key = file("encrypted.key", pem);
        assertRefused(
                "the private key in " + key + " is encrypted, and must not be",
                () -> ClientIdentity.pem(certificates, key));
    }

    @Test
    void of_refusesTimesAndNumbersThatAreNotPositive() {
        Duration second = Duration.ofSeconds(1);
        assertThatThrownBy(() -> ClientTimeouts.of(second, Duration.ZERO, second))
                .isInstanceOf(CometSettingsException.class)
                .hasMessage("the attempt time-out must be more than 0 ms");
        assertThatThrownBy(() -> ClientLimits.standard().connections(0))
                .isInstanceOf(CometSettingsException.class)
                .hasMessage("the number of connections must be 1 or more");
    }

    @Test
    void toString_showsNoPassword() {
        assertThat(ClientIdentity.keyStore(folder, "SECRET").toString()).doesNotContain("SECRET");
    }
}
