package org.orcacomet.shell.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import org.orcacomet.service.CallerIdentity;

/** A caller's certificate, PEM or DER. */
final class CertificateFile {
    private CertificateFile() {}

    /**
     * Who it says that its holder is; whether that is so is not looked at.
     *
     * @throws IllegalArgumentException if it cannot be used
     */
    static CallerIdentity identity(String name) {
        try (InputStream in = Files.newInputStream(Path.of(name))) {
            X509Certificate certificate =
                    (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest(certificate.getPublicKey().getEncoded());
            return new CallerIdentity(
                    certificate.getSubjectX500Principal(), HexFormat.of().formatHex(hash));
        } catch (IOException | CertificateException e) {
            throw new IllegalArgumentException(name + " is no certificate: name a PEM or DER file", e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
