package org.orcacomet.http.internal.tls;

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs the subjects of certificates that are out of their dates, each at most once a minute. */
final class OutOfDates {
    private static final Logger LOG = LoggerFactory.getLogger(OutOfDates.class);
    private static final Duration QUIET = Duration.ofMinutes(1);
    private static final int MAX_REMEMBERED = 1000;
    private static final int MAX_SUBJECT = 200;

    private final Map<X509Certificate, Instant> told = new ConcurrentHashMap<>();

    void report(X509Certificate certificate, Instant now) {
        if (told.size() >= MAX_REMEMBERED) {
            told.clear();
        }
        Instant last = told.putIfAbsent(certificate, now);
        if (last == null || !now.isBefore(last.plus(QUIET))) {
            told.put(certificate, now);
            LOG.warn(
                    "a caller's certificate is expired or not yet valid, so the caller is anonymous: {}",
                    subject(certificate));
        }
    }

    /** Whoever connects chooses this text: it must not forge a line, nor fill the log. */
    private static String subject(X509Certificate certificate) {
        String name = certificate.getSubjectX500Principal().getName().replaceAll("\\p{C}", "?");
        return name.length() > MAX_SUBJECT ? name.substring(0, MAX_SUBJECT) + "..." : name;
    }
}
