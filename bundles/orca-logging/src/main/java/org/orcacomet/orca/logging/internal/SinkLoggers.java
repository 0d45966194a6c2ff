package org.orcacomet.orca.logging.internal;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.slf4j.ILoggerFactory;
import org.slf4j.Logger;

/** The loggers, by name, and the one outlet that they have. */
final class SinkLoggers implements ILoggerFactory {
    private final ConcurrentMap<String, Logger> loggers = new ConcurrentHashMap<>();
    private final Outlet outlet = new Outlet();

    @Override
    public Logger getLogger(String name) {
        return loggers.computeIfAbsent(name, n -> new SinkLogger(n, outlet));
    }

    Outlet outlet() {
        return outlet;
    }
}
