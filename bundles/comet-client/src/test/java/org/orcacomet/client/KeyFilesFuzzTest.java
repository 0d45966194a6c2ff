package org.orcacomet.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orcacomet.api.testkit.Refusals.assertQuotesNothing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.orcacomet.api.testkit.Mutations;

/** Whatever the files of certificates and keys hold, the client opens with them, or says in one sentence why not. */
class KeyFilesFuzzTest {
    private static Path folder;
    private static Path authorities;
    private static Path certificates;
    private static List<byte[]> keys;
    private static List<byte[]> trusted;
    private static List<byte[]> jks;
    private static List<byte[]> pkcs12;

    @BeforeContainer
    static void make() throws Exception {
        folder = Files.createDirectories(Paths.get("target", "key-files-fuzz"));
        TestAuthority authority = TestAuthority.named("Fuzz");
        TestIdentity ec = authority.client("EC");
        TestIdentity rsa = authority.client("RSA");
        authorities = authority.pemFile(folder);
        certificates = ec.certificateFile(folder);
        trusted = Arrays.asList(
                Files.readAllBytes(authorities),
                Files.readAllBytes(authority.derFile(folder)),
                Files.readAllBytes(certificates));
        keys = Arrays.asList(
                Files.readAllBytes(ec.keyFile(folder, "PKCS#8")),
                Files.readAllBytes(ec.keyFile(folder, "SEC1")),
                Files.readAllBytes(ec.keyFile(folder, "SEC1 after parameters")),
                Files.readAllBytes(rsa.keyFile(folder, "PKCS#1")),
                Files.readAllBytes(rsa.keyFile(folder, "PKCS#8")));
        jks = Collections.singletonList(Files.readAllBytes(ec.keyStoreFile(folder, "JKS", "changeit")));
        pkcs12 = Collections.singletonList(Files.readAllBytes(ec.keyStoreFile(folder, "PKCS12", "changeit")));
    }

    @Provide
    Arbitrary<byte[]> trustedFiles() {
        return Mutations.ofBytes(trusted);
    }

    @Provide
    Arbitrary<byte[]> keyFiles() {
        return Mutations.ofBytes(keys);
    }

    @Provide
    Arbitrary<byte[]> jksFiles() {
        return Mutations.ofBytes(jks);
    }

    @Provide
    Arbitrary<byte[]> pkcs12Files() {
        return Mutations.ofBytes(pkcs12);
    }

    @Property
    void authorities_areReadOrRefused(@ForAll("trustedFiles") byte[] file) throws IOException {
        assertOpenedOrRefused(CometClientSettings.of("https://head1:8111", write(file)), file, builder -> builder);
    }

    @Property
    void key_isReadOrRefused(@ForAll("keyFiles") byte[] file) throws IOException {
        ClientIdentity identity = ClientIdentity.pem(certificates, write(file));
        assertOpenedOrRefused(settings(), file, builder -> builder.identity(identity));
    }

    @Property
    void keyStore_isReadOrRefused(@ForAll("jksFiles") byte[] file) throws IOException {
        ClientIdentity identity = ClientIdentity.keyStore(write(file), "changeit");
        assertOpenedOrRefused(settings(), file, builder -> builder.identity(identity));
    }

    @Property
    void keyStoreAsPkcs12_isReadOrRefused(@ForAll("pkcs12Files") byte[] file) throws IOException {
        ClientIdentity identity = ClientIdentity.keyStore(write(file), "changeit");
        assertOpenedOrRefused(settings(), file, builder -> builder.identity(identity));
    }

    private static CometClientSettings.Builder settings() {
        return CometClientSettings.of("https://head1:8111", authorities);
    }

    private static Path write(byte[] content) throws IOException {
        return Files.write(folder.resolve("fuzzed"), content);
    }

    private static void assertOpenedOrRefused(
            CometClientSettings.Builder settings, byte[] file, UnaryOperator<CometClientSettings.Builder> more) {
        try (CometClient client = CometClient.open(more.apply(settings).build())) {
            assertThat(client.comet()).isNotNull();
        } catch (CometSettingsException refusal) {
            assertQuotesNothing(refusal.getMessage(), file);
        }
    }
}
