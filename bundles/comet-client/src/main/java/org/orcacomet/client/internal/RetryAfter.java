package org.orcacomet.client.internal;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/** The header with which a server asks to be left alone for some seconds. As a date it is not used by COMET. */
final class RetryAfter {
    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,9}");

    private RetryAfter() {}

    static Optional<Duration> parse(String header) {
        String text = header.trim();
        return SECONDS.matcher(text).matches()
                ? Optional.of(Duration.ofSeconds(Long.parseLong(text)))
                : Optional.empty();
    }
}
