package org.orcacomet.launcher.certificates;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;

/** A certificate and its key; it says nothing of the key by itself. */
record Identity(X509Certificate certificate, PrivateKey key) {
    @Override
    public String toString() {
        return certificate.getSubjectX500Principal().getName();
    }
}
