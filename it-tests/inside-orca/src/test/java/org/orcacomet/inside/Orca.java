package org.orcacomet.inside;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import orca.operator.OrcaHome;
import orca.operator.OrcaProcess;

/** A running aggregate manager with the plugin, on the JVM that this test runs on. */
final class Orca implements AutoCloseable {
    private static final Duration BOUND = Duration.ofSeconds(60);

    private final OrcaHome home;
    private final OrcaProcess process;

    private Orca(OrcaHome home) throws IOException {
        this.home = home;
        Path java = Paths.get(System.getProperty("java.home"), "bin", "java");
        this.process = home.boot(java, Built.ORCA.resolve("*").toString());
    }

    /** A home with both packages, and COMET configured as in the README. */
    static OrcaHome prepared(Path folder, CometServer comet) throws IOException {
        return OrcaHome.in(folder)
                .set("admin.plugin.comet", "b0c6a1de-3c1e-4f6a-9f43-0c0e70000002,1")
                .set("comethost", comet.address())
                .set("comet.cacert", comet.tls("ca.pem").toString())
                .set("comet.clientkeystore", comet.tls("client.jks").toString())
                .set("comet.clientkeystorepwd", CometServer.PASSWORD)
                .install(Built.PACKAGE)
                .install(Built.DESCRIPTOR);
    }

    /** Boots it; returns when it is ready. */
    static Orca ready(OrcaHome home) throws IOException, InterruptedException {
        Orca orca = new Orca(home);
        orca.process.awaitReady();
        return orca;
    }

    OrcaProcess process() {
        return process;
    }

    void redeem(String rid, Map<String, String> unit) throws IOException, InterruptedException {
        process.order("redeem " + rid + " " + file(unit));
    }

    void modify(String rid, Map<String, String> added) throws IOException, InterruptedException {
        process.order("modify " + rid + " " + file(added));
    }

    void close(String rid) throws InterruptedException {
        process.order("close " + rid);
    }

    private Path file(Map<String, String> values) throws IOException {
        Properties properties = new Properties();
        properties.putAll(values);
        Path file = Files.createTempFile(home.folder(), "unit", ".properties");
        try (OutputStream out = Files.newOutputStream(file)) {
            properties.store(out, null);
        }
        return file;
    }

    void awaitState(String rid, String state) {
        await(rid + " is " + state).atMost(BOUND).until(() -> process.order("state " + rid)
                .startsWith(state));
    }

    /** Waits for the end of a modify; its message, as the service manager gets it. */
    String awaitModified(String rid, int number) {
        String message = "unit.modify." + number + ".message";
        await("modify " + number + " of " + rid).atMost(BOUND).until(() -> home.unit(rid)
                .containsKey(message));
        awaitState(rid, "[Active, None]");
        return unit(rid).getProperty(message);
    }

    Properties unit(String rid) {
        try {
            return home.unit(rid);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        process.close();
    }
}
