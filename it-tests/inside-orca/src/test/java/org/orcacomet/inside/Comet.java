package org.orcacomet.inside;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The COMET service of the distribution, a process on its own Java, that is killed and started again where it was. */
final class Comet implements AutoCloseable {
    private static final String READY = "COMET ready ";
    private static final Deque<Comet> SHARED = new ArrayDeque<>();

    private final Path data;
    private final List<String> jvm;
    private Process process;
    private volatile int port;

    private Comet(Path data, List<String> jvm) {
        this.data = data;
        this.jvm = jvm;
    }

    /** One that is up and has nothing: the same for all tests of this JVM, as long as they leave nothing in it. */
    static Comet empty() throws IOException {
        synchronized (SHARED) {
            if (SHARED.isEmpty() || !SHARED.getLast().isEmpty()) {
                SHARED.add(start(Files.createTempDirectory(Paths.get("target").toAbsolutePath(), "comet")));
                Runtime.getRuntime().addShutdownHook(new Thread(SHARED.getLast()::kill, "end of COMET"));
            }
            return SHARED.getLast();
        }
    }

    private boolean isEmpty() throws IOException {
        start();
        return census().isEmpty();
    }

    /** Starts one on this folder, which keeps its scopes and certificates, and a port that the system picks. */
    static Comet start(Path data) throws IOException {
        return start(data, Built.brief());
    }

    /** The same with these options for its JVM. */
    static Comet start(Path data, List<String> jvm) throws IOException {
        Files.createDirectories(data);
        Comet comet = new Comet(data, jvm);
        comet.start();
        return comet;
    }

    /**
     * Starts it unless it is up; returns when it answers, on another port than before: between its kill and its start
     * anybody may have been given that one.
     */
    void start() throws IOException {
        if (process != null && process.isAlive()) {
            return;
        }
        ProcessBuilder builder = new ProcessBuilder(
                Built.SERVER.resolve("bin/comet-server").toString(), "serve", "--port", "0", "--data", data.toString());
        builder.environment().put("JAVA_HOME", Built.SERVER_JAVA.toString());
        builder.environment().put("COMET_JAVA_OPTIONS", String.join(" ", jvm));
        process = builder.redirectError(Redirect.appendTo(errors().toFile())).start();
        port = awaitReady().getPort();
    }

    private Path errors() {
        return data.resolve("stderr.txt");
    }

    private URI awaitReady() throws IOException {
        BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith(READY)) {
                return URI.create(line.substring(READY.length()));
            }
        }
        throw new AssertionError("COMET did not start: " + Files.readAllLines(errors()));
    }

    int port() {
        return port;
    }

    String address() {
        return "https://localhost:" + port;
    }

    /** Its certificates, and a trusted caller's. */
    Identity identity() {
        return new Identity(data.resolve("tls"));
    }

    /** All scopes that it has, whatever their tokens. */
    List<String> census() throws IOException {
        return Census.of(data);
    }

    /** SIGKILL. */
    void kill() {
        try {
            process.destroyForcibly().waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        kill();
    }
}
