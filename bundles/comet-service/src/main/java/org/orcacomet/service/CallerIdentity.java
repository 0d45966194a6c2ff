package org.orcacomet.service;

import javax.security.auth.x500.X500Principal;

/**
 * Who a certificate says that its holder is.
 *
 * @param subject the certificate's subject
 * @param keyFingerprint SHA-256, in hex, of the certificate's public key as SubjectPublicKeyInfo
 */
public record CallerIdentity(X500Principal subject, String keyFingerprint) {
    /**
     * The identity with this subject, in the form of RFC 2253, and this fingerprint.
     *
     * @throws IllegalArgumentException if the subject is no distinguished name
     */
    public static CallerIdentity of(String subject, String keyFingerprint) {
        return new CallerIdentity(new X500Principal(subject), keyFingerprint);
    }
}
