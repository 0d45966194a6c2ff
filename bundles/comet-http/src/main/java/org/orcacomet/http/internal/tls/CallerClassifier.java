package org.orcacomet.http.internal.tls;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Supplier;
import org.orcacomet.service.Caller;
import org.orcacomet.service.CallerIdentity;

/** Decides what the certificate of a connection is worth now. Safe for use by many threads. */
public final class CallerClassifier {
    private final Supplier<TlsMaterial> tls;
    private final Clock clock;
    private final OutOfDates outOfDates = new OutOfDates();

    /** One that takes the trust roots from here, anew for each call. */
    public CallerClassifier(Supplier<TlsMaterial> tls, Clock clock) {
        this.tls = tls;
        this.clock = clock;
    }

    /** The caller with this certificate, the first, and those that came with it; or with none. */
    public Caller classify(List<X509Certificate> chain) {
        if (chain.isEmpty()) {
            return Caller.anonymous();
        }
        Instant now = clock.instant();
        X509Certificate certificate = chain.get(0);
        if (!inDates(certificate, now)) {
            outOfDates.report(certificate, now);
            return Caller.anonymous();
        }
        CallerIdentity identity = new CallerIdentity(certificate.getSubjectX500Principal(), fingerprint(certificate));
        return tls.get().roots().trust(chain, now) ? Caller.trusted(identity) : Caller.valid(identity);
    }

    private static boolean inDates(X509Certificate certificate, Instant now) {
        return !now.isBefore(certificate.getNotBefore().toInstant())
                && !now.isAfter(certificate.getNotAfter().toInstant());
    }

    private static String fingerprint(X509Certificate certificate) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of()
                    .formatHex(digest.digest(certificate.getPublicKey().getEncoded()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this JVM does not know SHA-256", e);
        }
    }
}
