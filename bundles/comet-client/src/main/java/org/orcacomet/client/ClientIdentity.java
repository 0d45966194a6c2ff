package org.orcacomet.client;

import java.nio.file.Path;
import java.util.Optional;

/** Where the client's private key and certificate are. The files are read when the client is opened. */
public final class ClientIdentity {
    private final Path certificates;
    private final Optional<Path> key;
    private final Optional<String> password;

    private ClientIdentity(Path certificates, Optional<Path> key, Optional<String> password) {
        this.certificates = certificates;
        this.key = key;
        this.password = password;
    }

    /** A Java key store (JKS or PKCS#12) that holds one private key; the key has the store's password. */
    public static ClientIdentity keyStore(Path file, String password) {
        return new ClientIdentity(file, Optional.empty(), Optional.of(password));
    }

    /** PEM files: the certificate, followed by those between it and the root, and its key (PKCS#1, PKCS#8 or SEC1). */
    public static ClientIdentity pem(Path certificates, Path key) {
        return new ClientIdentity(certificates, Optional.of(key), Optional.empty());
    }

    /** The key store, or the PEM file of the certificates. */
    public Path certificates() {
        return certificates;
    }

    /** The PEM file of the key; empty for a key store. */
    public Optional<Path> key() {
        return key;
    }

    /** The key store's password; empty for PEM files. A secret. */
    public Optional<String> password() {
        return password;
    }

    /** The files, and nothing of the password. */
    @Override
    public String toString() {
        return key.map(file -> certificates + " and " + file).orElse(certificates.toString());
    }
}
