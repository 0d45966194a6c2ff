package org.orcacomet.client.internal;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import org.orcacomet.client.ClientIdentity;
import org.orcacomet.client.CometClientSettings;
import org.orcacomet.client.CometSettingsException;

/** Who the client trusts and who it is, for the JVM's own TLS. */
final class Tls {
    private Tls() {}

    /** @throws CometSettingsException if a file is missing, or does not hold what it should */
    static SSLContext context(CometClientSettings settings) {
        List<X509Certificate> authorities = Certificates.read(settings.authorities());
        Optional<KeyMaterial> identity = settings.identity().map(Tls::load);
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(
                    identity.isPresent() ? keyManagers(identity.get()) : new KeyManager[0],
                    trustManagers(authorities),
                    null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("the JVM's TLS cannot be set up", e);
        }
    }

    private static KeyMaterial load(ClientIdentity identity) {
        return identity.key().isPresent()
                ? PemIdentity.load(identity.certificates(), identity.key().get())
                : KeyStoreIdentity.load(
                        identity.certificates(), identity.password().orElse(""));
    }

    private static KeyManager[] keyManagers(KeyMaterial identity) throws GeneralSecurityException, IOException {
        KeyStore store = emptyStore();
        store.setKeyEntry("identity", identity.key(), new char[0], identity.chain());
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(store, new char[0]);
        return factory.getKeyManagers();
    }

    private static TrustManager[] trustManagers(List<X509Certificate> authorities)
            throws GeneralSecurityException, IOException {
        KeyStore store = emptyStore();
        for (int i = 0; i < authorities.size(); i++) {
            store.setCertificateEntry("authority-" + i, authorities.get(i));
        }
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        return factory.getTrustManagers();
    }

    private static KeyStore emptyStore() throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("JKS");
        store.load(null, null);
        return store;
    }
}
