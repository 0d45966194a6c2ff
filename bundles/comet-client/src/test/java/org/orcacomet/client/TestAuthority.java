package org.orcacomet.client;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.concurrent.atomic.AtomicLong;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** A certificate authority that lives for one test run. */
final class TestAuthority {
    private static final AtomicLong SERIAL = new AtomicLong(1);
    private static final Duration DAY = Duration.ofDays(1);

    private final KeyPair keys;
    private final X509Certificate certificate;
    private final X500Principal name;

    private TestAuthority(String commonName) {
        this.name = new X500Principal("CN=" + commonName);
        this.keys = keys("EC");
        this.certificate = sign(name, keys, Instant.now().plus(DAY), new GeneralName[0], true);
    }

    static TestAuthority named(String commonName) {
        return new TestAuthority(commonName);
    }

    X509Certificate certificate() {
        return certificate;
    }

    /** For 127.0.0.1 and localhost. */
    TestIdentity server() {
        return issue("EC", "CN=server", Instant.now().plus(DAY), local());
    }

    /** For another host. */
    TestIdentity serverElsewhere() {
        GeneralName[] elsewhere = {new GeneralName(GeneralName.dNSName, "elsewhere.example")};
        return issue("EC", "CN=server", Instant.now().plus(DAY), elsewhere);
    }

    /** For here, and no longer valid. */
    TestIdentity serverOfYesterday() {
        return issue("EC", "CN=server", Instant.now().minus(Duration.ofHours(1)), local());
    }

    /** A client with a key of this algorithm. */
    TestIdentity client(String algorithm) {
        return issue(algorithm, "CN=client", Instant.now().plus(DAY), new GeneralName[0]);
    }

    Path pemFile(Path folder) throws IOException {
        return Files.write(folder.resolve("ca.pem"), pem(certificate).getBytes(StandardCharsets.US_ASCII));
    }

    Path derFile(Path folder) throws IOException, CertificateEncodingException {
        return Files.write(folder.resolve("ca.der"), certificate.getEncoded());
    }

    static String pem(X509Certificate certificate) {
        try {
            return block("CERTIFICATE", certificate.getEncoded());
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    static String block(String kind, byte[] content) {
        String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content);
        return "-----BEGIN " + kind + "-----\n" + body + "\n-----END " + kind + "-----\n";
    }

    private TestIdentity issue(String algorithm, String subject, Instant until, GeneralName[] names) {
        KeyPair own = keys(algorithm);
        return new TestIdentity(
                own.getPrivate(), sign(new X500Principal(subject), own, until, names, false), certificate);
    }

    private X509Certificate sign(
            X500Principal subject, KeyPair own, Instant until, GeneralName[] names, boolean authority) {
        X509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                name,
                BigInteger.valueOf(SERIAL.getAndIncrement()),
                Date.from(until.minus(DAY.multipliedBy(2))),
                Date.from(until),
                subject,
                own.getPublic());
        try {
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(authority));
            if (names.length > 0) {
                builder.addExtension(Extension.subjectAlternativeName, false, new GeneralNames(names));
            }
            return new JcaX509CertificateConverter()
                    .getCertificate(
                            builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(keys.getPrivate())));
        } catch (IOException | GeneralSecurityException | OperatorCreationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static GeneralName[] local() {
        return new GeneralName[] {
            new GeneralName(GeneralName.iPAddress, "127.0.0.1"), new GeneralName(GeneralName.dNSName, "localhost")
        };
    }

    private static KeyPair keys(String algorithm) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
            generator.initialize(algorithm.equals("EC") ? 256 : 2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
