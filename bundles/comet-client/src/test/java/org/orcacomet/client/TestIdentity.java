package org.orcacomet.client;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;

/** A key and its certificate, of a server or a client, for one test run. */
final class TestIdentity {
    private final PrivateKey key;
    private final X509Certificate certificate;
    private final X509Certificate authority;

    TestIdentity(PrivateKey key, X509Certificate certificate, X509Certificate authority) {
        this.key = key;
        this.certificate = certificate;
        this.authority = authority;
    }

    /** TLS of a server with this identity, which asks clients for a certificate of the same authority. */
    SSLContext context() {
        try {
            KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            own.init(store("server", new char[0], "JKS"), new char[0]);
            KeyStore trusted = KeyStore.getInstance("JKS");
            trusted.load(null, null);
            trusted.setCertificateEntry("authority", authority);
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(trusted);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(own.getKeyManagers(), trust.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    Path keyStoreFile(Path folder, String type, String password) throws IOException, GeneralSecurityException {
        return save(store("client", password.toCharArray(), type), folder.resolve("client." + type), password);
    }

    static Path save(KeyStore store, Path file, String password) throws IOException, GeneralSecurityException {
        try (OutputStream out = Files.newOutputStream(file)) {
            store.store(out, password.toCharArray());
        }
        return file;
    }

    KeyStore store(String alias, char[] password, String type) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance(type);
        store.load(null, null);
        store.setKeyEntry(alias, key, password, new Certificate[] {certificate, authority});
        return store;
    }

    Path certificateFile(Path folder) throws IOException {
        return write(folder.resolve("client.pem"), TestAuthority.pem(certificate) + TestAuthority.pem(authority));
    }

    /** The key in this form: PKCS#8, PKCS#1, SEC1, or SEC1 with its parameters before it. */
    Path keyFile(Path folder, String form) throws IOException {
        return write(folder.resolve("client.key"), keyPem(form));
    }

    private String keyPem(String form) throws IOException {
        PrivateKeyInfo info = PrivateKeyInfo.getInstance(key.getEncoded());
        byte[] bare = info.parsePrivateKey().toASN1Primitive().getEncoded(ASN1Encoding.DER);
        byte[] parameters =
                info.getPrivateKeyAlgorithm().getParameters().toASN1Primitive().getEncoded();
        switch (form) {
            case "PKCS#1":
                return TestAuthority.block("RSA PRIVATE KEY", bare);
            case "SEC1":
                return TestAuthority.block("EC PRIVATE KEY", sec1(info));
            case "SEC1 after parameters":
                return TestAuthority.block("EC PARAMETERS", parameters)
                        + TestAuthority.block("EC PRIVATE KEY", sec1(info));
            default:
                return TestAuthority.block("PRIVATE KEY", key.getEncoded());
        }
    }

    private static byte[] sec1(PrivateKeyInfo info) throws IOException {
        org.bouncycastle.asn1.sec.ECPrivateKey bare =
                org.bouncycastle.asn1.sec.ECPrivateKey.getInstance(info.parsePrivateKey());
        return new org.bouncycastle.asn1.sec.ECPrivateKey(
                        256, bare.getKey(), info.getPrivateKeyAlgorithm().getParameters())
                .getEncoded(ASN1Encoding.DER);
    }

    private static Path write(Path file, String text) throws IOException {
        return Files.write(file, text.getBytes(StandardCharsets.US_ASCII));
    }
}
