package org.orcacomet.client.internal;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.orcacomet.client.internal.AttemptFailure.Reach;

/**
 * What broke a connection, in words. Only causes that speak of hosts and certificates are kept: others may quote what
 * was sent or received.
 */
final class BrokenConnection {
    private BrokenConnection() {}

    static AttemptFailure failure(IOException caught, Reach reached) {
        IOException broken = underTls(caught);
        boolean dropped = broken instanceof NoHttpResponseException || broken instanceof SocketException;
        Reach reach = reached == Reach.DROPPED && !dropped ? Reach.UNKNOWN : reached;
        AttemptFailure failure = AttemptFailure.of(reason(broken, reach), reach);
        return broken instanceof SocketException || broken instanceof SSLException ? failure.causedBy(broken) : failure;
    }

    /** On Java 8 a connection that is reset comes as a TLS error. */
    private static IOException underTls(IOException caught) {
        boolean wrapped = caught instanceof SSLException && caught.getCause() instanceof SocketException;
        return wrapped ? (IOException) caught.getCause() : caught;
    }

    private static String reason(IOException broken, Reach reach) {
        if (broken instanceof UnknownHostException) {
            return "unknown host";
        }
        if (broken instanceof ConnectTimeoutException) {
            return "no connection in time";
        }
        if (broken instanceof ConnectException || broken instanceof NoRouteToHostException) {
            return refused(broken);
        }
        if (broken instanceof SSLException) {
            return tls((SSLException) broken);
        }
        if (broken instanceof SocketTimeoutException) {
            return reach == Reach.NOT_DONE ? "no connection in time" : "no full answer in time";
        }
        if (broken instanceof NoHttpResponseException) {
            return "closed the connection without an answer";
        }
        if (broken instanceof SocketException || broken instanceof ConnectionClosedException) {
            return "the connection broke";
        }
        return "no HTTP (" + broken.getClass().getSimpleName() + ")";
    }

    private static String refused(IOException broken) {
        return String.valueOf(broken.getMessage()).contains("refused") ? "connection refused" : "cannot be reached";
    }

    private static String tls(SSLException broken) {
        if (has(CertificateExpiredException.class, broken) || has(CertificateNotYetValidException.class, broken)) {
            return "its certificate is not in its dates";
        }
        if (has(CertPathBuilderException.class, broken) || has(CertPathValidatorException.class, broken)) {
            return "its certificate is not vouched for by the configured authorities";
        }
        return has(CertificateException.class, broken)
                ? "its certificate is not for this host"
                : "TLS failed: " + broken.getMessage();
    }

    private static boolean has(Class<? extends Exception> kind, Throwable broken) {
        for (Throwable cause = broken; cause != null; cause = cause.getCause()) {
            if (kind.isInstance(cause)) {
                return true;
            }
        }
        return false;
    }
}
