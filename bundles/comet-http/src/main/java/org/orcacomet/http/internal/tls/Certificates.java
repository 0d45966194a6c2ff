package org.orcacomet.http.internal.tls;

import java.io.ByteArrayInputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;

/** Certificates from files, PEM or DER. */
final class Certificates {
    private Certificates() {}

    /**
     * The certificates of a file, in their order.
     *
     * @throws IllegalArgumentException if it holds none, or one that is damaged; the message says which
     */
    static List<X509Certificate> parse(byte[] file) {
        List<PemBlock> blocks = PemBlock.parse(file);
        List<X509Certificate> certificates = new ArrayList<>();
        if (blocks.isEmpty()) {
            certificates.addAll(decode(file));
        }
        blocks.stream()
                .filter(block -> block.label().endsWith("CERTIFICATE"))
                .forEach(block -> certificates.addAll(decode(block.der())));
        if (certificates.isEmpty()) {
            throw new IllegalArgumentException("holds no certificate");
        }
        return certificates;
    }

    private static List<X509Certificate> decode(byte[] der) {
        try {
            return CertificateFactory.getInstance("X.509").generateCertificates(new ByteArrayInputStream(der)).stream()
                    .map(X509Certificate.class::cast)
                    .toList();
        } catch (CertificateException e) {
            throw new IllegalArgumentException("holds no certificate, or a damaged one", e);
        }
    }
}
