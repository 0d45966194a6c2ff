package org.orcacomet.orca.logging.internal;

import java.util.EnumMap;
import java.util.Map;
import org.orcacomet.orca.spi.LogSink.Level;
import org.osgi.service.log.LogEntry;
import org.osgi.service.log.LogLevel;
import org.osgi.service.log.LogListener;

/** Passes on what is said to OSGi's own log: the component runtime and the framework complain nowhere else. */
final class LogReader implements LogListener {
    private static final Map<LogLevel, Level> LEVELS = new EnumMap<>(LogLevel.class);

    static {
        LEVELS.put(LogLevel.ERROR, Level.ERROR);
        LEVELS.put(LogLevel.WARN, Level.WARN);
        LEVELS.put(LogLevel.AUDIT, Level.INFO);
        LEVELS.put(LogLevel.INFO, Level.INFO);
        LEVELS.put(LogLevel.DEBUG, Level.DEBUG);
        LEVELS.put(LogLevel.TRACE, Level.TRACE);
    }

    private final Outlet outlet;

    LogReader(Outlet outlet) {
        this.outlet = outlet;
    }

    @Override
    public void logged(LogEntry entry) {
        outlet.write(new Entry(
                LEVELS.get(entry.getLogLevel()), entry.getLoggerName(), entry.getMessage(), entry.getException()));
    }
}
