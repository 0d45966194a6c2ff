package org.orcacomet.client.internal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.stream.Collectors;
import org.orcacomet.client.CometSettingsException;

/** Files of certificates. */
final class Certificates {
    private Certificates() {}

    /**
     * The certificates of a file, DER or PEM, at least one.
     *
     * @throws CometSettingsException if there is none
     */
    static List<X509Certificate> read(Path file) {
        try {
            List<X509Certificate> certificates =
                    CertificateFactory.getInstance("X.509")
                            .generateCertificates(new ByteArrayInputStream(bytes(file)))
                            .stream()
                            .map(X509Certificate.class::cast)
                            .collect(Collectors.toList());
            if (!certificates.isEmpty()) {
                return certificates;
            }
        } catch (CertificateException e) {
            throw new CometSettingsException("the file " + file + " holds no certificate in DER or PEM");
        }
        throw new CometSettingsException("the file " + file + " holds no certificate in DER or PEM");
    }

    /** @throws CometSettingsException if it cannot be read */
    static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            throw new CometSettingsException("the file " + file + " does not exist");
        } catch (IOException e) {
            throw new CometSettingsException("the file " + file + " cannot be read");
        }
    }
}
