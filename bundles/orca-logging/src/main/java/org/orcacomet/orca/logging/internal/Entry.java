package org.orcacomet.orca.logging.internal;

import org.orcacomet.orca.spi.LogSink;
import org.orcacomet.orca.spi.LogSink.Level;

/** What was logged. */
final class Entry {
    private final Level level;
    private final String logger;
    private final String message;
    private final Throwable failure;

    /** An entry whose failure may be null, as in a {@link LogSink}. */
    Entry(Level level, String logger, String message, Throwable failure) {
        this.level = level;
        this.logger = logger;
        this.message = message;
        this.failure = failure;
    }

    void writeTo(LogSink sink) {
        if (sink.isEnabled(level, logger)) {
            sink.log(level, logger, message, failure);
        }
    }
}
