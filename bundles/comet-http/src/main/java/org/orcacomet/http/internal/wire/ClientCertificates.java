package org.orcacomet.http.internal.wire;

import java.security.cert.X509Certificate;
import java.util.List;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Request;

/** What the client of a request has shown. */
final class ClientCertificates {
    private ClientCertificates() {}

    /** Its certificate, the first, and those that came with it; or none. */
    static List<X509Certificate> of(Request request) {
        if (request.getAttribute(EndPoint.SslSessionData.ATTRIBUTE) instanceof EndPoint.SslSessionData session
                && session.peerCertificates() != null) {
            return List.of(session.peerCertificates());
        }
        return List.of();
    }
}
