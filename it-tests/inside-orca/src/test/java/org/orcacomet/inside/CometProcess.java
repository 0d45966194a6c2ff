package org.orcacomet.inside;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The COMET service of the distribution, as a process, on a port that the system picks. */
final class CometProcess implements AutoCloseable {
    private static final String READY = "COMET ready ";
    private static final String JARS =
            Built.SERVER.resolve("bundle/4-comet") + "/*:" + Built.SERVER.resolve("bundle/1-logging") + "/*";

    private final Process process;
    private final int port;

    private CometProcess(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** Starts it on this data folder, which keeps its scopes and certificates. */
    static CometProcess start(Path data) throws IOException {
        Files.createDirectories(data);
        Process process = command("serve", "--port", "0", "--data", data.toString())
                .redirectError(Redirect.appendTo(data.resolve("stderr.txt").toFile()))
                .start();
        BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith(READY)) {
                return new CometProcess(
                        process, URI.create(line.substring(READY.length())).getPort());
            }
        }
        throw new AssertionError("COMET did not start: " + data.resolve("stderr.txt"));
    }

    private static ProcessBuilder command(String... arguments) {
        ProcessBuilder builder =
                new ProcessBuilder(Built.SERVER.resolve("bin/comet-server").toString());
        Stream.of(arguments).forEach(builder.command()::add);
        builder.environment().put("JAVA_HOME", Built.SERVER_JAVA.toString());
        return builder;
    }

    int port() {
        return port;
    }

    /** SIGKILL. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    /** All scopes of a data folder, of whatever token, read from a copy of its store. */
    static List<String> census(Path data, Path scratch) throws IOException, InterruptedException {
        Path classes = scratch.resolve("census-classes");
        if (!Files.exists(classes.resolve("Census.class"))) {
            java(data, "javac", "-cp", JARS, "-d", classes.toString(), Built.CENSUS.toString());
        }
        Path copy = Files.createTempDirectory(scratch, "census");
        copy(data.resolve("store"), copy);
        return java(data, "java", "-XX:TieredStopAtLevel=1", "-cp", JARS + ":" + classes, "Census", copy.toString());
    }

    /** The lines that a tool of the service's Java prints. */
    private static List<String> java(Path data, String tool, String... arguments)
            throws IOException, InterruptedException {
        Path errors = data.resolve("census.txt");
        ProcessBuilder builder = new ProcessBuilder(
                Built.SERVER_JAVA.resolve("bin").resolve(tool).toString());
        Stream.of(arguments).forEach(builder.command()::add);
        Process process =
                builder.redirectError(Redirect.appendTo(errors.toFile())).start();
        List<String> lines = lines(process);
        if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
            throw new AssertionError("the store cannot be read: " + Files.readAllLines(errors));
        }
        return lines;
    }

    private static List<String> lines(Process process) throws IOException {
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            return out.lines().collect(Collectors.toList());
        }
    }

    private static void copy(Path from, Path into) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path path : all.collect(Collectors.toList())) {
                Path to = into.resolve(from.relativize(path).toString());
                if (Files.isDirectory(path)) {
                    Files.createDirectories(to);
                } else {
                    Files.copy(path, to);
                }
            }
        }
    }
}
