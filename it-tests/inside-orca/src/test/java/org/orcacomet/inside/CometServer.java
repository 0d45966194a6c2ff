package org.orcacomet.inside;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** COMET's service: the distribution's command, as a process on its own Java, with certificates that it makes. */
final class CometServer implements AutoCloseable {
    static final String PASSWORD = "changeit";

    private static final String READY = "COMET ready ";

    private final Process process;
    private final Path data;
    private final String address;

    private CometServer(Process process, Path data) throws IOException {
        this.process = process;
        this.data = data;
        this.address = awaitReady();
    }

    /** Starts it on a port that the system picks; returns when it is ready. */
    static CometServer start(Path data) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                Built.SERVER.resolve("bin/comet-server").toString(), "serve", "--port", "0", "--data", data.toString());
        builder.environment().put("JAVA_HOME", Built.SERVER_JAVA.toString());
        builder.redirectError(Redirect.to(data.resolveSibling("comet.err").toFile()));
        return new CometServer(builder.start(), data);
    }

    private String awaitReady() throws IOException {
        BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith(READY)) {
                return line.substring(READY.length());
            }
        }
        throw new AssertionError("COMET's service ended before it was ready: see " + data);
    }

    String address() {
        return address;
    }

    /** One of the files that dev-certs makes. */
    Path tls(String file) {
        return data.resolve("tls").resolve(file);
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
