package orca.operator;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A running ORCA. Every wait here is bounded, and ends in an AssertionError that says what was waited for. */
public final class OrcaProcess implements AutoCloseable {
    private static final int SECONDS = 60;
    private static final String END = "(end of output)";

    private final Process process;
    private final PrintWriter in;
    private final BlockingQueue<String> out = new LinkedBlockingQueue<>();

    private OrcaProcess(Process process) {
        this.process = process;
        this.in = new PrintWriter(new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8), true);
    }

    static OrcaProcess start(OrcaHome home, Path java, String classPath, String... options) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(java.toString());
        command.addAll(Arrays.asList(options));
        Collections.addAll(command, "-Djava.system.class.loader=orca.server.SystemLoader", "-cp", classPath);
        command.add("orca.server.OrcaServer");
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("ORCA_HOME", home.folder().toString());
        builder.redirectError(
                Redirect.appendTo(home.folder().resolve("stderr.txt").toFile()));
        OrcaProcess started = new OrcaProcess(builder.start());
        started.listen();
        return started;
    }

    private void listen() {
        Thread reader = new Thread(this::read, "output of ORCA");
        reader.setDaemon(true);
        reader.start();
    }

    private void read() {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                out.add(line);
            }
        } catch (IOException e) {
            out.add("error " + e);
        }
        out.add(END);
    }

    /** Waits until it has booted; {@code fresh} or {@code recovered}. */
    public String awaitReady() throws InterruptedException {
        String line = next("ready");
        if (!line.startsWith("ready ")) {
            throw new AssertionError("ORCA said instead of ready: " + line);
        }
        return line.substring("ready ".length());
    }

    private String next(String waitedFor) throws InterruptedException {
        String line = out.poll(SECONDS, TimeUnit.SECONDS);
        if (line == null) {
            throw new AssertionError("ORCA does not answer to: " + waitedFor);
        }
        return line;
    }

    /** Carries out a command; what comes after {@code ok}. An {@code error} is an AssertionError. */
    public String order(String command) throws InterruptedException {
        String answer = ask(command);
        if (!answer.startsWith("ok")) {
            throw new AssertionError(command + ": " + answer);
        }
        return answer.substring("ok".length()).trim();
    }

    /** Carries out a command; its answer as it is. */
    public String ask(String command) throws InterruptedException {
        in.println(command);
        return next(command);
    }

    /** SIGKILL. */
    public void kill() throws InterruptedException {
        process.destroyForcibly();
        status();
    }

    /** SIGTERM; the exit status. */
    public int terminate() throws InterruptedException {
        process.destroy();
        return status();
    }

    /** The exit status of one that ends by itself. */
    public int status() throws InterruptedException {
        if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
            throw new AssertionError("ORCA does not end");
        }
        return process.exitValue();
    }

    /** Whether it runs. */
    public boolean isAlive() {
        return process.isAlive();
    }

    /** SIGKILL; when this returns it writes nothing any more, so that its home can be deleted, or booted anew. */
    @Override
    public void close() {
        try {
            kill();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
