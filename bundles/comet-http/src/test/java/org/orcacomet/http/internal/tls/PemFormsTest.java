package org.orcacomet.http.internal.tls;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPrivateKey;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.util.io.pem.PemObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.orcacomet.http.TestPki;
import org.orcacomet.http.TestPki.Dates;
import org.orcacomet.http.TestPki.Identity;
import org.orcacomet.http.TlsFiles;
import org.orcacomet.http.TlsProvider;

/** Every form of key and certificate file that there is. */
class PemFormsTest {
    private static final ASN1ObjectIdentifier P256 = new ASN1ObjectIdentifier("1.2.840.10045.3.1.7");

    @TempDir
    Path folder;

    private record Row(String form, KeyPair keys, String pem) {
        @Override
        public String toString() {
            return form;
        }
    }

    static Stream<Row> keyForms() throws IOException {
        KeyPair rsa = TestPki.keys("RSA");
        KeyPair ec = TestPki.keys("EC");
        KeyPair ed = TestPki.keys("Ed25519");
        String parameters = TestPki.pem(new PemObject("EC PARAMETERS", P256.getEncoded()));
        return Stream.of(
                new Row("RSA PKCS#1", rsa, TestPki.pem(rsa.getPrivate())),
                new Row("RSA PKCS#8", rsa, pkcs8(rsa)),
                new Row("EC PKCS#8", ec, pkcs8(ec)),
                new Row("EC SEC1", ec, sec1(ec, P256)),
                new Row("EC SEC1 after its parameters", ec, parameters + sec1(ec, P256)),
                new Row("EC SEC1, curve in its parameters only", ec, parameters + sec1(ec, null)),
                new Row("Ed25519 PKCS#8", ed, pkcs8(ed)),
                new Row("with text around", ec, "Bag Attributes\n  friendlyName: a-b\n" + pkcs8(ec) + "\nthe end"),
                new Row("with CRLF", ec, pkcs8(ec).replace("\n", "\r\n")),
                new Row(
                        "in one file with its certificate",
                        ec,
                        TestPki.selfSigned("CN=x").certificatePem() + pkcs8(ec)));
    }

    private static String pkcs8(KeyPair keys) {
        return TestPki.pem(new PemObject("PRIVATE KEY", keys.getPrivate().getEncoded()));
    }

    private static String sec1(KeyPair keys, ASN1Encodable curve) throws IOException {
        BigInteger secret = ((ECPrivateKey) keys.getPrivate()).getS();
        return TestPki.pem(new PemObject(
                "EC PRIVATE KEY", new org.bouncycastle.asn1.sec.ECPrivateKey(256, secret, curve).getEncoded()));
    }

    @ParameterizedTest
    @MethodSource("keyForms")
    void key_isReadFrom(Row row) throws IOException {
        Identity own = TestPki.issue(TestPki.ca("CN=CA"), "CN=own", Dates.NOW, row.keys());
        TlsFiles files = new TlsFiles(
                Files.writeString(folder.resolve("c"), own.certificatePem()),
                Files.writeString(folder.resolve("k"), row.pem()),
                Optional.empty());
        TlsMaterial material = TlsMaterial.read(files);
        assertThat(PrivateKeys.belong(material.key(), row.keys().getPublic())).isTrue();
        assertThat(material.chain()).isEqualTo(own.chain());
        assertThat(material.toString()).isEqualTo("TlsMaterial[CN=own]");
        assertThat(TlsContexts.of(TlsProvider.AUTO)
                        .context(material)
                        .getProvider()
                        .getName())
                .isEqualTo(row.keys().getPrivate().getAlgorithm().equals("EdDSA") ? "SunJSSE" : "Conscrypt");
        assertThat(TlsContexts.of(TlsProvider.JDK)
                        .context(material)
                        .getProvider()
                        .getName())
                .isEqualTo("SunJSSE");
    }

    @Test
    void certificates_areReadFromPemAndDer() throws CertificateEncodingException {
        X509Certificate a = TestPki.ca("CN=A").certificate();
        X509Certificate b = TestPki.ca("CN=B").certificate();
        assertThat(Certificates.parse(TestPki.pem(a, b).getBytes(StandardCharsets.US_ASCII)))
                .containsExactly(a, b);
        assertThat(Certificates.parse(("# roots\n" + TestPki.pem(a)).getBytes(StandardCharsets.UTF_8)))
                .containsExactly(a);
        assertThat(Certificates.parse(a.getEncoded())).containsExactly(a);
        assertThat(Certificates.parse(concat(a.getEncoded(), b.getEncoded()))).containsExactly(a, b);
    }

    @Test
    void trust_endsWithTheDatesOfTheCertificatesOnTheWay() {
        Identity ca = TestPki.ca("CN=CA");
        TrustRoots roots = new TrustRoots(List.of(ca.certificate()));
        Identity caller = TestPki.issue(ca, "CN=caller", Dates.NOW);
        Instant end = caller.certificate().getNotAfter().toInstant();
        assertThat(roots.trust(caller.chain(), Instant.now())).isTrue();
        assertThat(roots.trust(caller.chain(), end.plusSeconds(1))).isFalse();
        assertThat(new TrustRoots(List.of()).trust(caller.chain(), Instant.now()))
                .isFalse();
    }

    private static byte[] concat(byte[] one, byte[] other) {
        byte[] all = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, all, one.length, other.length);
        return all;
    }
}
