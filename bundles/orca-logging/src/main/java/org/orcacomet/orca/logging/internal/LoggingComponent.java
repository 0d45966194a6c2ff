package org.orcacomet.orca.logging.internal;

import org.orcacomet.orca.spi.LogSink;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.service.log.LogReaderService;
import org.osgi.util.tracker.ServiceTracker;
import org.slf4j.LoggerFactory;

/** Brings loggers and sink together; an activator, as it is to log what the component runtime says at its start. */
public final class LoggingComponent implements BundleActivator {
    @Override
    public void start(BundleContext context) {
        Outlet outlet = ((SinkLoggers) LoggerFactory.getILoggerFactory()).outlet();
        new Sinks(context, outlet).open();
        new Logs(context, new LogReader(outlet)).open();
    }

    @Override
    public void stop(BundleContext context) {
        // The sink stays: what the others say while they stop comes out, too.
    }

    private static final class Sinks extends ServiceTracker<LogSink, LogSink> {
        private final Outlet outlet;

        Sinks(BundleContext context, Outlet outlet) {
            super(context, LogSink.class, null);
            this.outlet = outlet;
        }

        @Override
        public LogSink addingService(ServiceReference<LogSink> reference) {
            LogSink sink = super.addingService(reference);
            outlet.open(sink);
            return sink;
        }

        @Override
        public void removedService(ServiceReference<LogSink> reference, LogSink sink) {
            outlet.close(sink);
            super.removedService(reference, sink);
        }
    }

    private static final class Logs extends ServiceTracker<LogReaderService, LogReaderService> {
        private final LogReader reader;

        Logs(BundleContext context, LogReader reader) {
            super(context, LogReaderService.class, null);
            this.reader = reader;
        }

        @Override
        public LogReaderService addingService(ServiceReference<LogReaderService> reference) {
            LogReaderService log = super.addingService(reference);
            log.addLogListener(reader);
            return log;
        }
    }
}
