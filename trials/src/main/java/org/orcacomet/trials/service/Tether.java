package org.orcacomet.trials.service;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Holds a process of ours, so that it never outlives this one, whichever way that ends. */
public final class Tether implements AutoCloseable {
    private final Process process;
    private final Thread hook;

    /** Holds this one. */
    public Tether(Process process) {
        this.process = process;
        this.hook = new Thread(process::destroyForcibly, "tether-stop");
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** Waits for a line of its output that begins like this; what comes after it. Empty if the process ends before. */
    public Optional<String> awaitLine(String beginning) throws IOException {
        BufferedReader output =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            if (line.startsWith(beginning)) {
                return Optional.of(line.substring(beginning.length()));
            }
        }
        return Optional.empty();
    }

    /** Kills it. */
    @Override
    public void close() {
        process.destroyForcibly();
        release();
    }

    /** Lets go of it, as it has ended. */
    void release() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException shuttingDown) {
            process.destroyForcibly();
        }
    }
}
