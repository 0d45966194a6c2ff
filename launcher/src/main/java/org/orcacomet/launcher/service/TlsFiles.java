package org.orcacomet.launcher.service;

import java.nio.file.Path;
import java.util.Optional;

/**
 * The files of TLS that somebody has named.
 *
 * @param authority the CAs of the service
 * @param certificate the caller's certificate
 * @param key its private key
 */
public record TlsFiles(Optional<Path> authority, Optional<Path> certificate, Optional<Path> key) {
    /** Nothing is named. */
    public static TlsFiles none() {
        return new TlsFiles(Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** These, and where one is not named, the other's. A certificate comes with its key: it is never mixed. */
    TlsFiles or(TlsFiles other) {
        boolean named = certificate.isPresent() || key.isPresent();
        return new TlsFiles(
                authority.or(other::authority), named ? certificate : other.certificate(), named ? key : other.key());
    }

    /** Whether there is a certificate without a key, or a key without a certificate. */
    boolean isHalf() {
        return certificate.isPresent() != key.isPresent();
    }
}
