package org.orcacomet.karaf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.ConnectException;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.orcacomet.accumulo.cluster.AccumuloCluster;
import org.orcacomet.karaf.visitor.CometVisitor;
import org.orcacomet.karaf.visitor.PluginVisitor;
import org.orcacomet.launcher.certificates.DevCertificates;

/** Each feature in a stock Karaf without a network: installed from the KAR, configured, used, taken out. */
class FeaturesIT {
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Pattern ADDRESS = Pattern.compile("comet\\.uri=([^,}]+)");

    @TempDir
    private static Path folder;

    private static Path tls;
    private static CompletableFuture<AccumuloCluster> cluster;
    private static Karaf karaf;

    @BeforeAll
    static void start() throws IOException {
        cluster = CompletableFuture.supplyAsync(FeaturesIT::accumulo);
        tls = folder.resolve("tls");
        DevCertificates.create(tls);
        karaf = Karaf.start(folder.resolve("karaf"));
        karaf.run("kar:install file:" + System.getProperty("karaf.archive"));
    }

    private static AccumuloCluster accumulo() {
        try {
            return AccumuloCluster.start(
                    Path.of(System.getProperty("cluster.libraries")), folder.resolve("accumulo"));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @AfterAll
    static void stop() {
        karaf.close();
        cluster.join().close();
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "orca-comet-client",
                "orca-comet-service",
                "orca-comet-store-rocksdb",
                "orca-comet-store-accumulo",
                "orca-comet-plugin",
                "orca-comet-shell"
            })
    void eachFeature_installsAloneAndLeavesNothing(String feature) throws IOException {
        Installed.install(karaf, feature).uninstall();
    }

    @Test
    void serviceClientAndPlugin_areConfiguredUsedAndTakenOut() throws Exception {
        Installed service = Installed.install(karaf, "orca-comet-service");
        karaf.configure("org.orcacomet.store.rocksdb", Map.of("dir", "${karaf.data}/comet"));
        URI address = configuredService();
        answersOverTls(address);
        assertThat(karaf.base().resolve("data/comet")).isNotEmptyDirectory();
        commandsPrint(address);
        clientReadsFromIt(address);
        pluginReliesOnIt(address);
        service.uninstall();
        assertThat(refuses(address)).isTrue();

        karaf.forget("org.orcacomet.http");
        karaf.forget("org.orcacomet.store.rocksdb");
        assertThat(karaf.complaints()).isEmpty();
    }

    private static void answersOverTls(URI address) throws Exception {
        try (Outside outside = new Outside(address, tls)) {
            outside.write("slice-1", "users", "vm-1", "[{\"user\":\"root\"}]");
            assertThat(outside.read("slice-1", "users", "vm-1")).isEqualTo("[{\"user\":\"root\"}]");
        }
    }

    private static void commandsPrint(URI address) throws Exception {
        Installed shell = Installed.install(karaf, "orca-comet-shell");
        try (Outside outside = new Outside(address, tls)) {
            String host = "{\"val_\":\"[{\\\"hostName\\\":\\\"node0\\\",\\\"ip\\\":\\\"10.0.0.1\\\"}]\"}";
            outside.write("slice-1", "hostsall", "vm-1", host);
            assertThat(karaf.run("comet:scopes")).containsPattern("slice-1 +2 +2 +0 +0 .*hostsall,users");
            assertThat(karaf.run("comet:scopes slice-1")).containsPattern("hostsall +vm-1 +PRESENT +2 ");
            assertThat(karaf.run("comet:read slice-1 hostsall vm-1")).contains(host);
            assertThat(karaf.run("comet:peers slice-1")).containsPattern("all +vm-1 +node0 +10.0.0.1 +-");
            assertThat(karaf.run("comet:read slice-1")).contains("comet:read takes CONTEXT FAMILY KEY");
        }
        shell.uninstall();
    }

    private static void clientReadsFromIt(URI address) throws Exception {
        Installed client = Installed.install(karaf, "orca-comet-client");
        karaf.configure("org.orcacomet.client", clientProperties(address));
        visiting(CometVisitor.class, "org.orcacomet.api,org.osgi.framework", () -> await().atMost(PATIENCE)
                .ignoreExceptions()
                .untilAsserted(() -> assertThat(karaf.visit("comet", "slice-1 users vm-1 " + Outside.READ))
                        .isEqualTo("[{\"user\":\"root\"}]")));
        karaf.forget("org.orcacomet.client");
        client.uninstall();
    }

    private static void pluginReliesOnIt(URI address) throws Exception {
        Installed plugin = Installed.install(karaf, "orca-comet-plugin");
        karaf.configure("org.orcacomet.client", clientProperties(address));
        karaf.configure("org.orcacomet.journal", Map.of("dir", "${karaf.data}/comet-journal"));
        karaf.configure("org.orcacomet.orca", Map.of("orca.comet.hosts.enabled", "true"));
        visiting(PluginVisitor.class, "org.orcacomet.orca.spi,org.osgi.framework", () -> await().atMost(PATIENCE)
                .ignoreExceptions()
                .untilAsserted(() -> {
                    assertThat(karaf.visit("plugin", "probe slice-1")).isEqualTo("COMET can be relied on");
                    assertThat(karaf.visit("plugin", "health")).contains("journal.owed=0");
                }));
        assertThat(karaf.base().resolve("data/comet-journal")).isNotEmptyDirectory();
        karaf.forget("org.orcacomet.orca");
        karaf.forget("org.orcacomet.journal");
        karaf.forget("org.orcacomet.client");
        plugin.uninstall();
    }

    @Test
    void storeOnAccumulo_isTheServicesInstead() throws Exception {
        Installed store = Installed.install(karaf, "orca-comet-store-accumulo");
        AccumuloCluster accumulo = cluster.get();
        karaf.configure(
                "org.orcacomet.store.accumulo",
                Map.of(
                        "zookeepers", accumulo.zookeepers(),
                        "instance", accumulo.instance(),
                        "user", accumulo.user(),
                        ".password", accumulo.password()));
        Installed service = Installed.install(karaf, "orca-comet-service");
        assertThat(karaf.bundles()).noneMatch(bundle -> bundle.contains("org.orcacomet.store.rocksdb"));
        answersOverTls(configuredService());
        service.uninstall();
        store.uninstall();

        karaf.forget("org.orcacomet.http");
        karaf.forget("org.orcacomet.store.accumulo");
        assertThat(karaf.complaints()).isEmpty();
    }

    /** Configures the server, and returns its address. */
    private static URI configuredService() throws IOException {
        karaf.configure(
                "org.orcacomet.http",
                Map.of(
                        "port", "0",
                        "tls.certificate", tls.resolve("server.pem").toString(),
                        "tls.key", tls.resolve("server.key").toString(),
                        "tls.roots", tls.resolve("trust.pem").toString()));
        await().atMost(PATIENCE).until(() -> !addresses().isEmpty());
        return URI.create(addresses().get(0));
    }

    private static List<String> addresses() throws IOException {
        return ADDRESS.matcher(String.join("\n", karaf.services("org.orcacomet.http.ServerAddress")))
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toList());
    }

    private static Map<String, String> clientProperties(URI address) {
        return Map.of(
                "comethost", address.toString(),
                "comet.cacert", tls.resolve("ca.pem").toString(),
                "comet.clientcert", tls.resolve("client.pem").toString(),
                "comet.clientkey", tls.resolve("client.key").toString());
    }

    private static void visiting(Class<?> visitor, String imports, ThrowingCallable use) throws Exception {
        String name = visitor.getSimpleName();
        Path bundle = OneBundle.write(folder, name, imports, List.of(visitor));
        karaf.run("bundle:install -s file:" + bundle);
        try {
            use.call();
        } catch (Throwable e) {
            throw new AssertionError(name, e);
        } finally {
            karaf.run("bundle:uninstall " + name);
            Files.delete(bundle);
        }
    }

    private static boolean refuses(URI address) throws IOException {
        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
            return !socket.isConnected();
        } catch (ConnectException e) {
            return true;
        }
    }
}
