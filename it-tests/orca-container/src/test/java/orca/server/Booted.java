package orca.server;

import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.time.Duration;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import orca.operator.OrcaHome;
import orca.operator.OrcaProcess;

/** A stand-in on the class path and the JVM of this test, with a handler of the recordings. */
final class Booted implements AutoCloseable {
    static final Duration LONG = Duration.ofMinutes(1);

    private final OrcaHome home;
    private final OrcaProcess process;

    private Booted(OrcaHome home) throws IOException {
        this.home = home;
        Path java = Paths.get(System.getProperty("java.home"), "bin", "java");
        this.process = home.boot(java, classPath());
    }

    /** Without the tests' own classes, which come in a package. */
    private static String classPath() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.contains("test-classes"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    static Booted start(OrcaHome home) throws IOException {
        return new Booted(home);
    }

    static Booted ready(OrcaHome home) throws IOException, InterruptedException {
        Booted booted = new Booted(home);
        booted.process.awaitReady();
        return booted;
    }

    OrcaProcess process() {
        return process;
    }

    void redeem(String rid, String... properties) throws IOException, InterruptedException {
        order("redeem", rid, properties);
    }

    void modify(String rid, String... properties) throws IOException, InterruptedException {
        order("modify", rid, properties);
    }

    private void order(String verb, String rid, String... properties) throws IOException, InterruptedException {
        Properties unit = new Properties();
        unit.setProperty("config.action", "probe/handler.xml");
        for (String property : properties) {
            unit.setProperty(property.split("=")[0], property.split("=")[1]);
        }
        Path file = Files.createTempFile(home.folder(), "unit", ".properties");
        try (OutputStream out = Files.newOutputStream(file)) {
            unit.store(out, null);
        }
        process.order(verb + " " + rid + " " + file);
    }

    /** Until the trace has a line with this in it. */
    void awaitTrace(String part) {
        await().atMost(LONG).until(() -> home.trace().stream().anyMatch(line -> line.contains(part)));
    }

    void awaitState(String rid, String state) {
        await().atMost(LONG).until(() -> process.order("state " + rid).startsWith(state));
    }

    @Override
    public void close() {
        process.close();
    }
}
