package org.orcacomet.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The service as a process of its own. It ends with the demo, whichever way that ends, unless it is kept. */
final class ServiceProcess implements AutoCloseable {
    private static final String READY = "COMET ready ";
    private static final long STOP_SECONDS = 30;

    private final Process process;
    private final Thread hook;
    private final Path data;
    private final URI address;

    private ServiceProcess(Process process, Thread hook, Path data) throws IOException, DemoFailure {
        this.process = process;
        this.hook = hook;
        this.data = data;
        this.address = ready();
    }

    /**
     * Starts it with these options of its store, on a port that the system picks, and waits until it is ready.
     *
     * @throws DemoFailure if it ends before; what it said is in the message
     */
    static ServiceProcess start(Path server, Path data, List<String> store) throws IOException, DemoFailure {
        Files.createDirectories(data);
        List<String> command = new ArrayList<>(List.of(
                server.resolve("bin/comet-server").toString(), "serve", "--port", "0", "--data", data.toString()));
        command.addAll(store);
        Process process = new ProcessBuilder(command)
                .redirectError(Redirect.to(errors(data).toFile()))
                .start();
        Thread hook = new Thread(() -> end(process), "demo-stop");
        Runtime.getRuntime().addShutdownHook(hook);
        return new ServiceProcess(process, hook, data);
    }

    private static Path errors(Path data) {
        return data.resolve("stderr.txt");
    }

    private URI ready() throws IOException, DemoFailure {
        BufferedReader output =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            if (line.startsWith(READY)) {
                return URI.create(line.substring(READY.length()));
            }
        }
        throw new DemoFailure(
                "the service did not start: " + Files.readString(errors(data)).strip());
    }

    URI address() {
        return address;
    }

    Path tls() {
        return data.resolve("tls");
    }

    long pid() {
        return process.pid();
    }

    /** From now on it outlives the demo. */
    void keep() {
        Runtime.getRuntime().removeShutdownHook(hook);
    }

    /**
     * Stops it.
     *
     * @throws DemoFailure if it did not say that it stopped cleanly
     */
    void stop() throws DemoFailure {
        int status = end(process);
        if (status != 0) {
            throw new DemoFailure("the service stopped with status " + status + ": see " + data.resolve("log"));
        }
    }

    @Override
    public void close() {
        if (!Thread.currentThread().equals(hook) && isOurs()) {
            end(process);
        }
    }

    private boolean isOurs() {
        try {
            return Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException shuttingDown) {
            return false;
        }
    }

    private static int end(Process process) {
        process.destroy();
        try {
            if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            return 1;
        }
        return process.exitValue();
    }
}
