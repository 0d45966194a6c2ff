package org.orcacomet.bridge;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.log4j.AppenderSkeleton;
import org.apache.log4j.Logger;
import org.apache.log4j.spi.LoggingEvent;

/** ORCA's log, as log4j has it: what comes to its root logger. */
public final class CapturedLog extends AppenderSkeleton implements AutoCloseable {
    private final List<String> lines = new CopyOnWriteArrayList<>();

    public CapturedLog() {
        Logger.getLogger("orca").addAppender(this);
    }

    /** Level, logger and message of each entry. */
    public List<String> lines() {
        return lines;
    }

    @Override
    protected void append(LoggingEvent event) {
        lines.add(event.getLevel() + " " + event.getLoggerName() + " " + event.getRenderedMessage());
    }

    @Override
    public boolean requiresLayout() {
        return false;
    }

    @Override
    public void close() {
        Logger.getLogger("orca").removeAppender(this);
    }
}
