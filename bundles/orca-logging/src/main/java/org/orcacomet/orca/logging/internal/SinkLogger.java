package org.orcacomet.orca.logging.internal;

import org.orcacomet.orca.spi.LogSink;
import org.slf4j.Marker;
import org.slf4j.event.Level;
import org.slf4j.helpers.LegacyAbstractLogger;
import org.slf4j.helpers.MessageFormatter;

/** A logger that writes to the outlet; markers are passed over. */
final class SinkLogger extends LegacyAbstractLogger {
    private static final long serialVersionUID = 1L;

    private final transient Outlet outlet;

    SinkLogger(String name, Outlet outlet) {
        this.name = name;
        this.outlet = outlet;
    }

    @Override
    public boolean isTraceEnabled() {
        return outlet.isEnabled(LogSink.Level.TRACE, name);
    }

    @Override
    public boolean isDebugEnabled() {
        return outlet.isEnabled(LogSink.Level.DEBUG, name);
    }

    @Override
    public boolean isInfoEnabled() {
        return outlet.isEnabled(LogSink.Level.INFO, name);
    }

    @Override
    public boolean isWarnEnabled() {
        return outlet.isEnabled(LogSink.Level.WARN, name);
    }

    @Override
    public boolean isErrorEnabled() {
        return outlet.isEnabled(LogSink.Level.ERROR, name);
    }

    @Override
    protected String getFullyQualifiedCallerName() {
        return SinkLogger.class.getName();
    }

    @Override
    protected void handleNormalizedLoggingCall(
            Level level, Marker marker, String pattern, Object[] arguments, Throwable failure) {
        String message = MessageFormatter.basicArrayFormat(pattern, arguments);
        outlet.write(new Entry(LogSink.Level.valueOf(level.name()), name, String.valueOf(message), failure));
    }
}
