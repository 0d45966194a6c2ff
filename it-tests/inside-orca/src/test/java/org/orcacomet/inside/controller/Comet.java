package org.orcacomet.inside.controller;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.ProcessBuilder.Redirect;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** The COMET service of the distribution, a process on its own Java, that is killed and started again where it was. */
final class Comet implements AutoCloseable {
    private static final String READY = "COMET ready ";

    private final Path data;
    private final int port;
    private Process process;

    private Comet(Path data, int port) {
        this.data = data;
        this.port = port;
    }

    static Comet start(Path data) throws IOException {
        Comet comet = new Comet(data, freePort());
        comet.start();
        return comet;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            return socket.getLocalPort();
        }
    }

    /** Starts it unless it is up; returns when it answers. */
    void start() throws IOException {
        if (process != null && process.isAlive()) {
            return;
        }
        ProcessBuilder builder = new ProcessBuilder(
                Built.SERVER.resolve("bin/comet-server").toString(),
                "serve",
                "--port",
                Integer.toString(port),
                "--data",
                data.toString());
        builder.environment().put("JAVA_HOME", System.getProperty("comet.java.home"));
        process = builder.redirectError(
                        Redirect.to(data.resolveSibling("comet.err").toFile()))
                .start();
        BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith(READY)) {
                return;
            }
        }
        throw new AssertionError("the service ended before it was ready");
    }

    /** SIGKILL. */
    void kill() {
        try {
            process.destroyForcibly().waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    String address() {
        return "https://localhost:" + port;
    }

    /** Its certificates, and a trusted caller's. */
    Identity identity() {
        return new Identity(data.resolve("tls"));
    }

    @Override
    public void close() {
        kill();
    }
}
