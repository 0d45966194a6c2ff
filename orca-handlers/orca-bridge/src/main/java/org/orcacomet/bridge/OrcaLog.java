package org.orcacomet.bridge;

import org.orcacomet.orca.spi.LogSink;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** ORCA's log, for what is logged inside: below ORCA's root logger, so that it comes out wherever ORCA's own does. */
public final class OrcaLog implements LogSink {
    /** Felix tells of each bundle and service that comes or goes: a hundred lines per start that are for a developer. */
    private static final String FRAMEWORK_EVENTS = "Events.";

    private final String prefix;
    private volatile String lastError = "";

    private OrcaLog(String prefix) {
        this.prefix = prefix;
    }

    /** The log below this logger of ORCA's. */
    public static OrcaLog under(String rootLogger) {
        return new OrcaLog(rootLogger + ".comet.");
    }

    /** Where a class of the bridge logs. */
    public Logger logger(Class<?> type) {
        return LoggerFactory.getLogger(prefix + type.getName());
    }

    /** The last error that came from inside; empty if there was none. */
    String lastError() {
        return lastError;
    }

    @Override
    public boolean isEnabled(Level level, String name) {
        Logger logger = LoggerFactory.getLogger(prefix + name);
        switch (shown(level, name)) {
            case ERROR:
                return logger.isErrorEnabled();
            case WARN:
                return logger.isWarnEnabled();
            case INFO:
                return logger.isInfoEnabled();
            case DEBUG:
                return logger.isDebugEnabled();
            default:
                return logger.isTraceEnabled();
        }
    }

    @Override
    public void log(Level level, String name, String message, Throwable failure) {
        Logger logger = LoggerFactory.getLogger(prefix + name);
        switch (shown(level, name)) {
            case ERROR:
                lastError = reason(message, failure);
                logger.error(message, failure);
                break;
            case WARN:
                logger.warn(message, failure);
                break;
            case INFO:
                logger.info(message, failure);
                break;
            case DEBUG:
                logger.debug(message, failure);
                break;
            default:
                logger.trace(message, failure);
        }
    }

    /** What a component's error says is mostly in its first cause; its own text is the framework's. */
    private static String reason(String message, Throwable failure) {
        String reason = message;
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            reason = cause.getMessage() == null ? cause.toString() : cause.getMessage();
        }
        return reason;
    }

    private static Level shown(Level level, String name) {
        return level == Level.INFO && name.startsWith(FRAMEWORK_EVENTS) ? Level.DEBUG : level;
    }
}
