package org.orcacomet.launcher.service;

import java.net.URI;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;

/** Why TLS with a service does not come about. */
final class TlsFault {
    private TlsFault() {}

    static String sentence(URI service, SSLException fault) {
        if (isCausedBy(fault, CertPathBuilderException.class) || isCausedBy(fault, CertPathValidatorException.class)) {
            return "the certificate of the service at " + service
                    + " is of another CA, or out of its dates: name its CA" + " by --cacert";
        }
        if (isCausedBy(fault, CertificateException.class)) {
            return "the certificate of the service at " + service + " is not for " + service.getHost()
                    + ": name one of its names by --at";
        }
        return "there is no TLS with " + service + " (" + fault.getMessage() + "): is it a COMET service?";
    }

    private static boolean isCausedBy(Throwable fault, Class<? extends Throwable> kind) {
        return Stream.iterate(fault, cause -> cause != null, Throwable::getCause)
                .anyMatch(kind::isInstance);
    }
}
