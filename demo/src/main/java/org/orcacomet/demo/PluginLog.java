package org.orcacomet.demo;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.orcacomet.orca.spi.LogSink;

/** A file in the place of ORCA's log: what the plugin's bundles log from INFO on. */
final class PluginLog implements LogSink, AutoCloseable {
    private final PrintWriter file;

    private PluginLog(PrintWriter file) {
        this.file = file;
    }

    static PluginLog open(Path file) throws IOException {
        return new PluginLog(new PrintWriter(Files.newBufferedWriter(file), true));
    }

    @Override
    public boolean isEnabled(Level level, String logger) {
        return level.compareTo(Level.INFO) >= 0;
    }

    @Override
    public synchronized void log(Level level, String logger, String message, Throwable failure) {
        file.println(Instant.now() + " " + level + " [" + Thread.currentThread().getName() + "] " + logger + " - "
                + message);
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            file.println("    " + cause);
        }
    }

    @Override
    public void close() {
        file.close();
    }
}
