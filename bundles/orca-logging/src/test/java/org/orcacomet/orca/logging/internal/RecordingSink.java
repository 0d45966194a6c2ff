package org.orcacomet.orca.logging.internal;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.orcacomet.orca.spi.LogSink;

/** A host's log that takes what is at least at one level. */
final class RecordingSink implements LogSink {
    private final Level least;
    private final List<String> lines = Collections.synchronizedList(new ArrayList<>());
    private final List<Throwable> failures = Collections.synchronizedList(new ArrayList<>());

    RecordingSink(Level least) {
        this.least = least;
    }

    List<String> lines() {
        synchronized (lines) {
            return new ArrayList<>(lines);
        }
    }

    List<Throwable> failures() {
        synchronized (failures) {
            return new ArrayList<>(failures);
        }
    }

    @Override
    public boolean isEnabled(Level level, String logger) {
        return level.compareTo(least) >= 0;
    }

    @Override
    public void log(Level level, String logger, String message, Throwable failure) {
        lines.add(level + " " + logger + ": " + message);
        if (failure != null) {
            failures.add(failure);
        }
    }
}
