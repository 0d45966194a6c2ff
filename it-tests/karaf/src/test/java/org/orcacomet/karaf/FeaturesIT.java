package org.orcacomet.karaf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.ConnectException;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.awaitility.core.ThrowingRunnable;
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
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @TempDir
    private static Path folder;

    private static Path tls;
    private static CompletableFuture<AccumuloCluster> cluster;
    private static Karaf karaf;
    private static Configured configured;

    @BeforeAll
    static void start() throws IOException {
        cluster = CompletableFuture.supplyAsync(FeaturesIT::accumulo);
        tls = folder.resolve("tls");
        DevCertificates.create(tls);
        karaf = Karaf.start(folder.resolve("karaf"));
        configured = new Configured(karaf, tls);
        karaf.run("kar:install file:" + System.getProperty("karaf.archive"));
    }

    private static AccumuloCluster accumulo() {
        try {
            return AccumuloCluster.start(Path.of(System.getProperty("cluster.libraries")), folder.resolve("accumulo"));
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
                "orca-comet-shell",
                "orca-comet-health"
            })
    void eachFeature_installsAloneAndLeavesNothing(String feature) throws IOException {
        Installed.install(karaf, feature).uninstall();
    }

    @Test
    void serviceClientAndPlugin_areConfiguredUsedAndTakenOut() throws Exception {
        Installed service = Installed.install(karaf, "orca-comet-service");
        configured.store();
        configured.audit();
        URI address = configured.service();
        answersOverTls(address);
        assertThat(karaf.base().resolve("data/comet")).isNotEmptyDirectory();
        // The service does not wait for it: its file may be the last that is noticed.
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(karaf.base().resolve("data/comet-audit"))
                .isNotEmptyDirectory());
        commandsPrint(address);
        healthIsChecked();
        clientReadsFromIt(address);
        pluginReliesOnIt(address);
        service.uninstall();
        assertThat(refuses(address)).isTrue();

        configured.forget("org.orcacomet.http", "org.orcacomet.audit", "org.orcacomet.store.rocksdb");
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
            assertThatThrownBy(() -> karaf.run("comet:read slice-1"))
                    .hasMessageContaining("comet:read takes CONTEXT FAMILY KEY");
        }
        shell.uninstall();
    }

    private static void healthIsChecked() throws Exception {
        Installed health = Installed.install(karaf, "orca-comet-health");
        await().atMost(PATIENCE).until(() -> !karaf.services("org.apache.felix.hc.api.HealthCheck")
                .isEmpty());
        health.uninstall();
    }

    private static void clientReadsFromIt(URI address) throws Exception {
        Installed client = Installed.install(karaf, "orca-comet-client");
        configured.client(address);
        visiting(CometVisitor.class, "org.orcacomet.api,org.osgi.framework", () -> await().atMost(PATIENCE)
                .ignoreExceptions()
                .untilAsserted(() -> assertThat(karaf.visit("comet", "slice-1 users vm-1 " + Outside.READ))
                        .isEqualTo("[{\"user\":\"root\"}]")));
        configured.forget("org.orcacomet.client");
        client.uninstall();
    }

    private static void pluginReliesOnIt(URI address) throws Exception {
        Installed plugin = Installed.install(karaf, "orca-comet-plugin");
        configured.client(address);
        configured.plugin();
        visiting(PluginVisitor.class, "org.orcacomet.orca.spi,org.osgi.framework", () -> await().atMost(PATIENCE)
                .ignoreExceptions()
                .untilAsserted(() -> {
                    assertThat(karaf.visit("plugin", "probe slice-1")).isEqualTo("COMET can be relied on");
                    assertThat(karaf.visit("plugin", "health")).contains("journal.owed=0");
                }));
        assertThat(karaf.base().resolve("data/comet-journal")).isNotEmptyDirectory();
        configured.forget("org.orcacomet.orca", "org.orcacomet.journal", "org.orcacomet.client");
        plugin.uninstall();
    }

    @Test
    void storeOnAccumulo_isTheServicesInstead() throws Exception {
        Installed store = Installed.install(karaf, "orca-comet-store-accumulo");
        configured.store(cluster.get());
        Installed service = Installed.install(karaf, "orca-comet-service");
        assertThat(karaf.bundles()).noneMatch(bundle -> bundle.contains("org.orcacomet.store.rocksdb"));
        URI address = configured.service();
        answersOverTls(address);
        service.uninstall();
        karaf.run("feature:install orca-comet-service");
        redeploys("org.orcacomet.store.accumulo", () -> answersOverTls(address));
        karaf.run("feature:uninstall orca-comet-service");
        store.uninstall();

        configured.forget("org.orcacomet.http", "org.orcacomet.store.accumulo");
        assertThat(karaf.complaints()).isEmpty();
    }

    /** Again and again, and each time it comes to answer so; of what was replaced at most the last is held. */
    private static void redeploys(String bundle, ThrowingRunnable answers) throws IOException {
        redeployed(bundle, answers);
        Figures first = karaf.figures();
        for (int i = 1; i < RedeployIT.ROUNDS; i++) {
            redeployed(bundle, answers);
        }
        await().atMost(PATIENCE).untilAsserted(() -> {
            Figures last = karaf.figures();
            String all = first + ", and at the end " + last + ": " + karaf.threads();
            Files.writeString(Path.of("target", "redeploys-" + bundle + ".txt"), all);
            assertThat(last.kept()).as(all).isLessThanOrEqualTo(first.kept() + 1);
            assertThat(last.threads()).as(all).isLessThanOrEqualTo(first.threads() + 2);
            assertThat(last.classes()).as(all).isLessThan(first.classes() + 2000);
            assertThat(last.descriptors()).as(all).isLessThanOrEqualTo(first.descriptors() + 5);
        });
    }

    private static void redeployed(String bundle, ThrowingRunnable answers) throws IOException {
        karaf.redeploy(bundle);
        await().atMost(PATIENCE).ignoreExceptions().untilAsserted(answers);
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
