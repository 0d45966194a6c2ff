package org.orcacomet.http;

import java.util.Locale;

/** Whose TLS serves. */
public enum TlsProvider {
    /** Conscrypt, where its library runs and the server's key is RSA or EC; else the JDK. */
    AUTO,
    /** Conscrypt: BoringSSL, whose handshakes cost a fraction of the JDK's. Its clients' certificates are RSA, P-256 or P-384. */
    CONSCRYPT,
    /** The JDK, which knows more kinds of keys. */
    JDK;

    /**
     * The provider of this name, in lower case.
     *
     * @throws IllegalArgumentException if there is none; the message names the property
     */
    public static TlsProvider parse(String name) {
        for (TlsProvider provider : values()) {
            if (provider.toString().equals(name)) {
                return provider;
            }
        }
        throw new IllegalArgumentException("tls.provider is none: set it to auto, conscrypt or jdk");
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
