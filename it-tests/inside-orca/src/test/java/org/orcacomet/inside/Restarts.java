package org.orcacomet.inside;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.orcacomet.bridge.Embedded;
import org.orcacomet.bridge.Installation;
import org.orcacomet.bridge.OrcaLog;
import org.orcacomet.bridge.OrcaProperties;
import org.orcacomet.orca.spi.LifecycleException;
import org.orcacomet.orca.spi.SliceReservation;

/** The program of a process that starts and stops the plugin again and again, and writes down what it holds then. */
final class Restarts {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Path home;
    private final Installation installation;
    private final OrcaProperties properties;

    private Restarts(Path home, Path bundles, Map<String, String> properties) {
        this.home = home;
        this.installation = Installation.at(bundles);
        this.properties = OrcaProperties.of(properties);
    }

    /** Arguments: home, folder of bundles, address, folder of certificates, file for the figures, how many rounds. */
    public static void main(String[] arguments) throws Exception {
        Path home = Files.createDirectories(Paths.get(arguments[0]));
        Restarts restarts = new Restarts(home, Paths.get(arguments[1]), orca(arguments[2], Paths.get(arguments[3])));
        for (int round = 1; round <= Integer.parseInt(arguments[5]); round++) {
            restarts.round(round);
            write(Paths.get(arguments[4]), figures());
        }
    }

    private static Map<String, String> orca(String address, Path tls) {
        Map<String, String> orca = new Identity(tls).properties(address);
        orca.put(OrcaProperties.HOSTS, "true");
        orca.put(OrcaProperties.PUBLIC_KEYS, "true");
        return orca;
    }

    /** Starts it, writes and deletes two scopes over TLS, and stops it. */
    private void round(int number) throws LifecycleException {
        String slice = "slice-" + number;
        SliceReservation vm = SliceReservation.of("vm", "site.vm", "Node0");
        try (Embedded plugin = Embedded.of(home, installation, properties, OrcaLog.under("orca"))) {
            List<String> owed = plugin.slices()
                    .reserve(slice, Collections.singletonList(vm), PATIENCE)
                    .owed();
            if (!owed.isEmpty()) {
                throw new IllegalStateException("round " + number + " has not written " + owed);
            }
            plugin.slivers().health();
            plugin.slices().probe(slice, PATIENCE);
            plugin.slices().delete(slice);
        }
    }

    private static List<Long> figures() throws IOException {
        for (int i = 0; i < 3; i++) {
            System.gc();
            System.runFinalization();
        }
        long threads = Thread.getAllStackTraces().size();
        long classes = ManagementFactory.getClassLoadingMXBean().getLoadedClassCount();
        long heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
        try (Stream<Path> descriptors = Files.list(Paths.get("/proc/self/fd"))) {
            return Arrays.asList(threads, classes, heap, descriptors.count());
        }
    }

    private static void write(Path file, List<Long> figures) throws IOException {
        String line = figures.toString().replaceAll("[\\[\\],]", "");
        Files.write(file, Collections.singletonList(line), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
}
