package org.orcacomet.client.internal;

import java.security.PrivateKey;
import java.security.cert.Certificate;

/** A private key, and the certificates from its own up to the root. */
final class KeyMaterial {
    private final PrivateKey key;
    private final Certificate[] chain;

    KeyMaterial(PrivateKey key, Certificate... chain) {
        this.key = key;
        this.chain = chain.clone();
    }

    PrivateKey key() {
        return key;
    }

    Certificate[] chain() {
        return chain.clone();
    }
}
