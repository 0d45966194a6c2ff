package org.orcacomet.karaf;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.orcacomet.accumulo.cluster.AccumuloCluster;

/** The configuration of each feature, as files in Karaf's {@code etc/}. */
final class Configured {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Pattern ADDRESS = Pattern.compile("comet\\.uri=([^,}]+)");

    private final Karaf karaf;
    private final Path tls;

    Configured(Karaf karaf, Path tls) {
        this.karaf = karaf;
        this.tls = tls;
    }

    /** The embedded store. */
    void store() throws IOException {
        karaf.configure("org.orcacomet.store.rocksdb", Map.of("dir", "${karaf.data}/comet"));
    }

    /** The store on Accumulo. */
    void store(AccumuloCluster accumulo) throws IOException {
        karaf.configure(
                "org.orcacomet.store.accumulo",
                Map.of(
                        "zookeepers", accumulo.zookeepers(),
                        "instance", accumulo.instance(),
                        "user", accumulo.user(),
                        ".password", accumulo.password(),
                        "call.timeout.ms", "60000"));
    }

    /** The audit's file. */
    void audit() throws IOException {
        karaf.configure("org.orcacomet.audit", Map.of("folder", "${karaf.data}/comet-audit"));
    }

    /** The service, on a port that stays; returns its address once it listens. */
    URI service() throws IOException {
        String port = Karaf.freePort();
        karaf.configure(
                "org.orcacomet.http",
                Map.of(
                        "port", port,
                        // A client keeps its connections, and nobody is to wait for them.
                        "stop.timeout.ms", "100",
                        "tls.certificate", tls.resolve("server.pem").toString(),
                        "tls.key", tls.resolve("server.key").toString(),
                        "tls.roots", tls.resolve("trust.pem").toString()));
        // What was deleted before may not have been noticed yet, and a service listens where it did.
        return await().atMost(PATIENCE)
                .until(() -> address(port), Optional::isPresent)
                .get();
    }

    private Optional<URI> address(String port) throws IOException {
        return addresses().stream()
                .map(URI::create)
                .filter(address -> Integer.toString(address.getPort()).equals(port))
                .findFirst();
    }

    private List<String> addresses() throws IOException {
        String services = String.join("\n", karaf.services("org.orcacomet.http.ServerAddress"));
        return ADDRESS.matcher(services).results().map(Configured::address).toList();
    }

    private static String address(MatchResult found) {
        return found.group(1);
    }

    /** The client of this service. */
    void client(URI address) throws IOException {
        karaf.configure(
                "org.orcacomet.client",
                Map.of(
                        "comethost",
                        address.toString(),
                        "comet.cacert",
                        tls.resolve("ca.pem").toString(),
                        "comet.clientcert",
                        tls.resolve("client.pem").toString(),
                        "comet.clientkey",
                        tls.resolve("client.key").toString(),
                        // Else a machine that is busy for a while would be the service's fault, and warned of.
                        "connect.timeout.ms",
                        "60000",
                        "attempt.timeout.ms",
                        "60000",
                        "total.timeout.ms",
                        "60000",
                        // A service that is redeployed is asked again at once.
                        "failed.pause.ms",
                        "1"));
    }

    /** The plugin. */
    void plugin() throws IOException {
        karaf.configure("org.orcacomet.journal", Map.of("dir", "${karaf.data}/comet-journal"));
        karaf.configure("org.orcacomet.orca", Map.of("orca.comet.hosts.enabled", "true"));
    }

    /** Deletes the files again. */
    void forget(String... pids) throws IOException {
        for (String pid : pids) {
            karaf.forget(pid);
        }
    }
}
