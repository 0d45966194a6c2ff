package org.orcacomet.http;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.util.io.pem.PemObject;

/** Certificates, made when a test needs them. */
public final class TestPki {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final char[] PASSWORD = "in memory".toCharArray();

    private TestPki() {}

    /** A certificate, its key, and the certificate of whoever signed it. */
    public record Identity(KeyPair keys, List<X509Certificate> chain) {
        public X509Certificate certificate() {
            return chain.get(0);
        }

        public String certificatePem() {
            return pem(chain.toArray());
        }

        public String keyPem() {
            return pem(new PemObject("PRIVATE KEY", keys.getPrivate().getEncoded()));
        }
    }

    /** From when to when a certificate is in its dates. */
    public record Dates(Instant from, Instant to) {
        public static final Dates NOW = aroundNow(Duration.ofDays(-1), Duration.ofDays(1));
        public static final Dates PAST = aroundNow(Duration.ofDays(-2), Duration.ofDays(-1));
        public static final Dates FUTURE = aroundNow(Duration.ofDays(1), Duration.ofDays(2));

        private static Dates aroundNow(Duration from, Duration to) {
            Instant now = Instant.now();
            return new Dates(now.plus(from), now.plus(to));
        }
    }

    public static Identity ca(String name) {
        KeyPair keys = keys("EC");
        return new Identity(keys, List.of(sign(name, keys, null, Dates.NOW, true)));
    }

    public static Identity issue(Identity ca, String name, Dates dates) {
        return issue(ca, name, dates, keys("EC"));
    }

    public static Identity issue(Identity ca, String name, Dates dates, KeyPair keys) {
        List<X509Certificate> chain = new ArrayList<>(ca.chain());
        chain.add(0, sign(name, keys, ca, dates, false));
        return new Identity(keys, chain);
    }

    /** A CA below another; what it issues shows both. */
    public static Identity intermediate(Identity ca, String name) {
        KeyPair keys = keys("EC");
        return new Identity(keys, List.of(sign(name, keys, ca, Dates.NOW, true), ca.certificate()));
    }

    public static Identity selfSigned(String name) {
        return selfSigned(name, keys("EC"));
    }

    public static Identity selfSigned(String name, KeyPair keys) {
        return new Identity(keys, List.of(sign(name, keys, null, Dates.NOW, false)));
    }

    public static KeyPair keys(String algorithm) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
            if (!algorithm.startsWith("Ed")) {
                generator.initialize(algorithm.equals("EC") ? 256 : 2048);
            }
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static X509Certificate sign(String name, KeyPair keys, Identity ca, Dates dates, boolean isCa) {
        X500Name subject = new X500Name(name);
        X500Name issuer = ca == null
                ? subject
                : new X500Name(ca.certificate().getSubjectX500Principal().getName());
        KeyPair signer = ca == null ? keys : ca.keys();
        try {
            JcaX509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                    issuer,
                    new BigInteger(64, RANDOM).add(BigInteger.ONE),
                    Date.from(dates.from()),
                    Date.from(dates.to()),
                    subject,
                    keys.getPublic());
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(isCa));
            builder.addExtension(Extension.subjectAlternativeName, false, new GeneralNames(new GeneralName[] {
                new GeneralName(GeneralName.dNSName, "localhost"), new GeneralName(GeneralName.iPAddress, "127.0.0.1")
            }));
            return new JcaX509CertificateConverter()
                    .getCertificate(
                            builder.build(new JcaContentSignerBuilder(signature(signer)).build(signer.getPrivate())));
        } catch (GeneralSecurityException | OperatorCreationException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String signature(KeyPair keys) {
        return keys.getPrivate().getAlgorithm().equals("EC") ? "SHA256withECDSA" : "SHA256withRSA";
    }

    /** These objects as PEM; an RSA key becomes PKCS#1. */
    public static String pem(Object... objects) {
        StringWriter text = new StringWriter();
        try (JcaPEMWriter writer = new JcaPEMWriter(text)) {
            for (Object object : objects) {
                writer.writeObject(object);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    /** A client that trusts this CA, and shows this identity if there is one. */
    public static SSLContext client(Identity ca, Identity... identity) {
        try {
            KeyStore trust = KeyStore.getInstance("PKCS12");
            trust.load(null, null);
            trust.setCertificateEntry("ca", ca.certificate());
            TrustManagerFactory trusts = TrustManagerFactory.getInstance("PKIX");
            trusts.init(trust);
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            for (Identity shown : identity) {
                X509Certificate[] chain = shown.chain().toArray(X509Certificate[]::new);
                store.setKeyEntry("client", shown.keys().getPrivate(), PASSWORD, chain);
            }
            KeyManagerFactory keys = KeyManagerFactory.getInstance("SunX509");
            keys.init(store, PASSWORD);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), trusts.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
