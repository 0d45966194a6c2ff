package org.orcacomet.store.accumulo.oldtable;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** A time in an entry. Milliseconds since 1970; what other servers may have written, ISO 8601 and Java's own, is taken too. */
final class OldTime {
    private static final Pattern MILLISECONDS = Pattern.compile("[0-9]{1,15}");
    private static final DateTimeFormatter JAVA =
            DateTimeFormatter.ofPattern("EEE MMM dd HH:mm:ss zzz yyyy", Locale.US);

    /** Before it there was no COMET: such a number is something else. */
    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");

    private OldTime() {}

    /** The time; empty if there is none, or none that can be read. */
    static Optional<Instant> parse(Optional<String> text) {
        return text.map(String::strip).flatMap(OldTime::read).flatMap(OldTime::plausible);
    }

    /** The timestamp of a cell; empty if it does not count milliseconds. */
    static Optional<Instant> ofTimestamp(long timestamp) {
        return plausible(Instant.ofEpochMilli(timestamp));
    }

    private static Optional<Instant> plausible(Instant time) {
        return Optional.of(time).filter(at -> !at.isBefore(EARLIEST));
    }

    private static Optional<Instant> read(String text) {
        if (MILLISECONDS.matcher(text).matches()) {
            return Optional.of(Instant.ofEpochMilli(Long.parseLong(text)));
        }
        return read(text, DateTimeFormatter.ISO_OFFSET_DATE_TIME).or(() -> read(text, JAVA));
    }

    private static Optional<Instant> read(String text, DateTimeFormatter format) {
        try {
            return Optional.of(ZonedDateTime.parse(text, format).toInstant());
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
