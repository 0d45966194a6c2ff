package org.orcacomet.inside.restart;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.concurrent.TimeUnit;

/** The COMET service of the distribution, as a process on its own Java. */
final class CometServer implements AutoCloseable {
    private static final String READY = "COMET ready ";

    private final Process process;
    private final Path data;
    private final String address;

    private CometServer(Process process, Path data) throws IOException {
        this.process = process;
        this.data = data;
        this.address = ready();
    }

    static CometServer start(Path data) throws IOException {
        Path program = Paths.get(System.getProperty("comet.server"), "bin/comet-server");
        ProcessBuilder builder =
                new ProcessBuilder(program.toString(), "serve", "--port", "0", "--data", data.toString());
        builder.environment().put("JAVA_HOME", System.getProperty("comet.java.home"));
        return new CometServer(builder.redirectErrorStream(true).start(), data);
    }

    private String ready() throws IOException {
        StringBuilder output = new StringBuilder();
        BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith(READY)) {
                return line.substring(READY.length());
            }
            output.append(line).append('\n');
        }
        throw new AssertionError("the service ended before it was ready: " + output);
    }

    String address() {
        return address;
    }

    Path tls() {
        return data.resolve("tls");
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }
}
