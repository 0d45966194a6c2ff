package org.orcacomet.http.internal.tls;

import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * Lets every client's certificate through the handshake, which proves that the client has its key and no more;
 * {@link CallerClassifier} decides what it is worth. An extended trust manager, as JSSE adds its own checks to others.
 */
final class AnyClientCertificate extends X509ExtendedTrustManager {
    private static final X509Certificate[] ANY_ISSUER = {};

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) {
        // Every client may connect.
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) {
        // Every client may connect.
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) {
        // Every client may connect.
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) throws CertificateException {
        throw serverOnly();
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) throws CertificateException {
        throw serverOnly();
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
        throw serverOnly();
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return ANY_ISSUER.clone();
    }

    private static CertificateException serverOnly() {
        return new CertificateException("this trust manager is for a server");
    }
}
