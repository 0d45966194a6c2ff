package org.orcacomet.orca.spi;

/**
 * Where what is logged inside the plugin comes out: the host registers one as a service before the first bundle starts,
 * and passes on what it gets to ORCA's log. Called by any thread; must not throw.
 */
public interface LogSink {
    /** How much an entry matters; ERROR: a human must act. */
    enum Level {
        /** For a developer. */
        TRACE,
        /** For a developer. */
        DEBUG,
        /** For an operator who looks. */
        INFO,
        /** For an operator, who may wait. */
        WARN,
        /** For an operator, now. */
        ERROR
    }

    /** Whether entries of this level and logger come out at all. */
    boolean isEnabled(Level level, String logger);

    /**
     * One entry.
     *
     * @param failure null if there is none
     */
    void log(Level level, String logger, String message, Throwable failure);
}
