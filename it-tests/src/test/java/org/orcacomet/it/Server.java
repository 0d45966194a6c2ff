package org.orcacomet.it;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The distribution's {@code serve}, as a process of its own. */
final class Server implements AutoCloseable {
    private static final String READY = "COMET ready ";

    private final Process process;
    private final Path errors;
    private final BufferedReader lines;
    private final List<String> output = new ArrayList<>();

    private Server(Process process, Path errors) {
        this.process = process;
        this.errors = errors;
        this.lines = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /** Starts it on this data folder, and a port that the system picks. */
    static Server start(Path data, String... arguments) throws IOException {
        List<String> all = new ArrayList<>(List.of("--port", "0", "--data", data.toString()));
        all.addAll(List.of(arguments));
        return command(all);
    }

    /** Starts {@code serve} with these arguments alone. */
    static Server command(List<String> arguments) throws IOException {
        List<String> command =
                new ArrayList<>(List.of(Built.SERVER.resolve("bin/comet-server").toString(), "serve"));
        command.addAll(arguments);
        Path errors = Files.createTempFile(Path.of("target"), "serve-", ".err");
        return new Server(
                new ProcessBuilder(command)
                        .redirectError(Redirect.to(errors.toFile()))
                        .start(),
                errors);
    }

    /** Its address, once it is ready. */
    URI address() throws IOException {
        return ready().orElseThrow(() -> new AssertionError("serve ended before it was ready: " + readErrors()));
    }

    private Optional<URI> ready() throws IOException {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            output.add(line);
            if (line.startsWith(READY)) {
                return Optional.of(URI.create(line.substring(READY.length())));
            }
        }
        return Optional.empty();
    }

    /** Types these commands into its shell, ends its input, and returns what the shell prints until it ends. */
    List<String> type(String... commands) throws IOException {
        try (Writer input = new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8)) {
            input.write(String.join("\n", commands) + "\n");
        }
        List<String> printed = new ArrayList<>();
        for (String line = lines.readLine(); !line.endsWith("stopping shell"); line = lines.readLine()) {
            printed.add(line.replaceFirst("^(comet> )+", ""));
        }
        return printed;
    }

    /** What it wrote to standard output until it was ready. */
    List<String> output() {
        return output;
    }

    /** What it wrote to standard error. */
    String errors() throws IOException {
        return Files.readString(errors);
    }

    private String readErrors() {
        try {
            return errors();
        } catch (IOException e) {
            return e.toString();
        }
    }

    /** SIGTERM; its exit status. */
    int terminate() throws InterruptedException {
        process.destroy();
        return status();
    }

    /** SIGKILL. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }

    /** The exit status of one that ends by itself. */
    int status() throws InterruptedException {
        if (!process.waitFor(90, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("serve does not end");
        }
        return process.exitValue();
    }

    @Override
    public void close() throws IOException {
        // Gone before its folder is: it may be writing there until then.
        process.destroyForcibly().onExit().join();
        Files.deleteIfExists(errors);
    }
}
