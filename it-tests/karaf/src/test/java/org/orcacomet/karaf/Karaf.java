package org.orcacomet.karaf;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.ProcessBuilder.Redirect;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.awaitility.core.ConditionTimeoutException;
import org.orcacomet.karaf.driver.Driver;

/**
 * A stock Karaf as a process of its own, without a network: no repository but its own folder. What it writes is in a
 * folder of the test's.
 */
final class Karaf implements AutoCloseable {
    private static final Path HOME = Path.of(System.getProperty("karaf.home"));
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int FIRST_PORT = 10_000;
    private static final int END_OF_PORTS = 32_768;

    private final Path base;
    private final Process process;

    private Karaf(Path base, Process process) {
        this.base = base;
        this.process = process;
    }

    /** Starts one in this folder, and returns when its commands are there. */
    static Karaf start(Path base) throws IOException {
        copy(HOME.resolve("etc"), base.resolve("etc"));
        configure(base);
        Files.createDirectories(base.resolve("data"));
        OneBundle.write(
                Files.createDirectories(base.resolve("deploy")),
                "driver",
                "javax.security.auth,org.osgi.framework,org.osgi.framework.wiring,org.apache.karaf.jaas.boot.principal,"
                        + "org.apache.karaf.shell.api.console",
                Nest.of(Driver.class));
        Karaf karaf = new Karaf(base, process(base).start());
        try {
            await().atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(200))
                    .ignoreExceptions()
                    .until(() -> karaf.run("kar:list") != null && karaf.isUp());
            return karaf;
        } catch (ConditionTimeoutException e) {
            karaf.close();
            throw e;
        }
    }

    /** All that it begins with is there, and the driver with it: nothing more happens by itself. */
    private boolean isUp() throws IOException {
        return !services("org.apache.karaf.features.BootFinished").isEmpty()
                && bundles().stream().anyMatch(bundle -> bundle.contains(" driver ") && bundle.contains(" state=32 "));
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.createDirectories(to);
                if (Files.isRegularFile(file)) {
                    Path copy = to.resolve(from.relativize(file));
                    Files.createDirectories(copy.getParent());
                    Files.copy(file, copy);
                }
            }
        }
    }

    private static void configure(Path base) throws IOException {
        Path etc = base.resolve("etc");
        set(etc.resolve("org.ops4j.pax.url.mvn.cfg"), "org.ops4j.pax.url.mvn.repositories", "");
        // Nobody needs a console from outside; its management has no way to have the system pick.
        set(etc.resolve("org.apache.karaf.shell.cfg"), "sshPort", "0");
        set(etc.resolve("org.apache.karaf.management.cfg"), "rmiRegistryPort", freePort());
        set(etc.resolve("org.apache.karaf.management.cfg"), "rmiServerPort", freePort());
        Files.writeString(etc.resolve("custom.properties"), "\ndriver.port=" + base.resolve("port") + "\n");
    }

    /** The last word counts. */
    private static void set(Path file, String key, String value) throws IOException {
        Files.writeString(file, Files.readString(file) + "\n" + key + " = " + value + "\n");
    }

    /** For later: none of those that the system gives to whoever asks for one, or connects to somewhere. */
    static String freePort() throws IOException {
        while (true) {
            int port = ThreadLocalRandom.current().nextInt(FIRST_PORT, END_OF_PORTS);
            try (ServerSocket socket = new ServerSocket(port)) {
                return Integer.toString(socket.getLocalPort());
            } catch (BindException taken) {
                // Another one, then.
            }
        }
    }

    private static ProcessBuilder process(Path base) {
        ProcessBuilder builder = new ProcessBuilder(HOME.resolve("bin/karaf").toString(), "server")
                .redirectErrorStream(true)
                .redirectOutput(Redirect.to(base.resolve("output").toFile()));
        builder.environment()
                .putAll(Map.of(
                        "JAVA_HOME", System.getProperty("java.home"),
                        "KARAF_BASE", base.toString(),
                        "KARAF_ETC", base.resolve("etc").toString(),
                        "KARAF_DATA", base.resolve("data").toString(),
                        // The list of those that run is in Karaf's home otherwise, and a second one does not start.
                        "KARAF_OPTS", "-Dkaraf.instances=" + base.resolve("instances"),
                        "CHECK_ROOT_INSTANCE_RUNNING", "false"));
        return builder;
    }

    private int port() throws IOException {
        return Integer.parseInt(Files.readString(base.resolve("port")));
    }

    /** What a command line prints. */
    String run(String command) throws IOException {
        return ask("run " + command);
    }

    /** Each bundle, and what has happened to it. */
    List<String> bundles() throws IOException {
        return ask("bundles").lines().toList();
    }

    /** The properties of the services of this interface. */
    List<String> services(String name) throws IOException {
        return ask("services " + name).lines().toList();
    }

    /** What a visitor answers. */
    String visit(String visitor, String words) throws IOException {
        return ask("visit " + visitor + " " + words).strip();
    }

    /** Updates a bundle from where it came, and refreshes it. */
    void redeploy(String name) throws IOException {
        ask("redeploy " + name);
    }

    /** What the process holds, garbage collected. */
    Figures figures() throws IOException {
        return Figures.parse(ask("figures").strip());
    }

    /** The names of its threads, and how many of each there are. */
    String threads() throws IOException {
        return ask("threads").strip();
    }

    private String ask(String line) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port())) {
            socket.setSoTimeout((int) PATIENCE.toMillis());
            PrintStream out = new PrintStream(socket.getOutputStream(), true, StandardCharsets.UTF_8);
            out.println(line);
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (answer.startsWith("FAILED ")) {
                throw new IllegalStateException(line + ": " + answer);
            }
            return answer;
        }
    }

    /** Writes {@code etc/PID.cfg}, as an operator would. */
    void configure(String pid, Map<String, String> properties) throws IOException {
        String lines = properties.entrySet().stream()
                .map(entry -> entry.getKey() + " = " + entry.getValue() + "\n")
                .reduce("", String::concat);
        Path half = Files.writeString(base.resolve(pid + ".half"), lines);
        Files.move(half, base.resolve("etc").resolve(pid + ".cfg"));
    }

    /** Deletes {@code etc/PID.cfg}. */
    void forget(String pid) throws IOException {
        Files.delete(base.resolve("etc").resolve(pid + ".cfg"));
    }

    Path base() {
        return base;
    }

    /** The lines of its log that are errors, or warnings of ours. */
    List<String> complaints() throws IOException {
        return Files.readAllLines(base.resolve("data/log/karaf.log")).stream()
                .filter(line -> line.contains("| ERROR |") || (line.contains("| WARN ") && line.contains("orcacomet")))
                // Of an Accumulo that takes over ten seconds for its first answer, as on a busy machine.
                .filter(line -> !line.contains("fails: it does not answer yet (TimeoutException)"))
                .toList();
    }

    @Override
    public void close() {
        // bin/karaf starts Java and waits for it.
        List<ProcessHandle> all = Stream.concat(process.descendants(), Stream.of(process.toHandle()))
                .toList();
        all.forEach(ProcessHandle::destroy);
        try {
            CompletableFuture.allOf(all.stream().map(ProcessHandle::onExit).toArray(CompletableFuture[]::new))
                    .get(30, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            all.forEach(ProcessHandle::destroyForcibly);
        }
    }
}
