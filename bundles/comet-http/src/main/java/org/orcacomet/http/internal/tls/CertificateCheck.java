package org.orcacomet.http.internal.tls;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.orcacomet.http.internal.metrics.Exposition;
import org.orcacomet.http.internal.metrics.Source;
import org.orcacomet.service.Check;
import org.orcacomet.service.Finding;

/**
 * Looks at the last day of the server's certificate.
 *
 * @param tls what is in use
 * @param clock what the time is
 */
public record CertificateCheck(Supplier<TlsMaterial> tls, Clock clock) implements Check, Source {
    private static final String NAME = "certificate";
    private static final Duration SOON = Duration.ofDays(14);

    @Override
    public Finding look() {
        Duration left = left();
        if (left.isNegative()) {
            return Finding.failed(NAME, "the server's certificate is over: put a new one into its files");
        }
        String days = "the server's certificate ends in " + left.toDays() + " days";
        return left.compareTo(SOON) < 0
                ? Finding.warning(NAME, days + ": put a new one into its files")
                : Finding.good(NAME, days);
    }

    private Duration left() {
        Instant end = tls.get().chain().get(0).getNotAfter().toInstant();
        return Duration.between(clock.instant(), end);
    }

    @Override
    public void tell(Exposition to) {
        to.gauge("comet_certificate_left_seconds", "How long the server's certificate still lasts.")
                .sample(left().toSeconds());
    }
}
