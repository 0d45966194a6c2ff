package org.orcacomet.http.internal.tls;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.Provider;
import java.security.cert.X509Certificate;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import org.conscrypt.Conscrypt;
import org.orcacomet.http.TlsProvider;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes TLS contexts, with the TLS that the operator chose. */
public final class TlsContexts {
    private static final Logger LOG = LoggerFactory.getLogger(TlsContexts.class);
    private static final Set<String> KEYS_OF_CONSCRYPT = Set.of("RSA", "EC");
    private static final char[] IN_MEMORY = {};

    private final TlsProvider wanted;
    private final Optional<Provider> conscrypt;

    private TlsContexts(TlsProvider wanted, Optional<Provider> conscrypt) {
        this.wanted = wanted;
        this.conscrypt = conscrypt;
    }

    /**
     * Contexts with this TLS.
     *
     * @throws IOException if it does not run here; the message is one sentence for the operator
     */
    public static TlsContexts of(TlsProvider wanted) throws IOException {
        if (wanted == TlsProvider.JDK) {
            return new TlsContexts(wanted, Optional.empty());
        }
        Optional<Provider> conscrypt =
                Conscrypt.isAvailable() ? Optional.of(Conscrypt.newProvider()) : Optional.empty();
        if (conscrypt.isEmpty() && wanted == TlsProvider.CONSCRYPT) {
            throw new IOException("tls.provider: Conscrypt's library does not run here: set it to auto or jdk");
        }
        if (conscrypt.isEmpty()) {
            LOG.warn("Conscrypt's library does not run here: TLS is the JDK's, whose handshakes cost far more.");
        }
        return new TlsContexts(wanted, conscrypt);
    }

    /**
     * One with this key, that lets every caller's certificate through: what it is worth is decided later.
     *
     * @throws IOException if the key is none that TLS can use; the message is one sentence for the operator
     */
    public SSLContext context(TlsMaterial material) throws IOException {
        try {
            SSLContext context = context(material.key().getAlgorithm());
            TrustManager[] callers = {new AnyClientCertificate()};
            context.init(keys(material).getKeyManagers(), callers, null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new IOException("tls.key: TLS cannot use this key: make another, RSA or EC", e);
        }
    }

    private SSLContext context(String keyAlgorithm) throws GeneralSecurityException {
        boolean takesKey = wanted == TlsProvider.CONSCRYPT || KEYS_OF_CONSCRYPT.contains(keyAlgorithm);
        Optional<Provider> provider = conscrypt.filter(present -> takesKey);
        return provider.isPresent() ? SSLContext.getInstance("TLS", provider.get()) : SSLContext.getInstance("TLS");
    }

    private static KeyManagerFactory keys(TlsMaterial material) throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, IN_MEMORY);
        X509Certificate[] chain = material.chain().toArray(X509Certificate[]::new);
        store.setKeyEntry("comet", material.key(), IN_MEMORY, chain);
        KeyManagerFactory keys = KeyManagerFactory.getInstance("SunX509");
        keys.init(store, IN_MEMORY);
        return keys;
    }
}
