package org.orcacomet.trials.service;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.Provider;
import java.security.cert.CertificateFactory;
import java.util.Optional;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** The throw-away certificates of a service's {@code tls} folder. */
public final class Certificates {
    private static final char[] PASSWORD = "changeit".toCharArray();

    private Certificates() {}

    /** TLS as its trusted client has it. */
    public static SSLContext trusted(Path tls) throws IOException {
        return trusted(tls, Optional.empty());
    }

    /** The same, by another provider than the JDK's. */
    public static SSLContext trusted(Path tls, Provider provider) throws IOException {
        return trusted(tls, Optional.of(provider));
    }

    private static SSLContext trusted(Path tls, Optional<Provider> provider) throws IOException {
        try {
            SSLContext context = provider.isPresent()
                    ? SSLContext.getInstance("TLS", provider.get())
                    : SSLContext.getInstance("TLS");
            context.init(keys(tls).getKeyManagers(), authority(tls, provider).getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IOException("the certificates in " + tls + " cannot be used", e);
        }
    }

    private static KeyManagerFactory keys(Path tls) throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("JKS");
        try (InputStream in = Files.newInputStream(tls.resolve("client.jks"))) {
            store.load(in, PASSWORD);
        }
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(store, PASSWORD);
        return factory;
    }

    private static TrustManagerFactory authority(Path tls, Optional<Provider> provider)
            throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        try (InputStream in = Files.newInputStream(tls.resolve("ca.pem"))) {
            store.setCertificateEntry(
                    "ca", CertificateFactory.getInstance("X.509").generateCertificate(in));
        }
        TrustManagerFactory factory = provider.isPresent()
                ? TrustManagerFactory.getInstance("PKIX", provider.get())
                : TrustManagerFactory.getInstance("PKIX");
        factory.init(store);
        return factory;
    }
}
