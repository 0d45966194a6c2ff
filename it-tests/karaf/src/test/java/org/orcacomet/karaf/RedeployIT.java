package org.orcacomet.karaf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.orcacomet.karaf.visitor.CometVisitor;
import org.orcacomet.launcher.certificates.DevCertificates;

/** Each bundle of ours, deployed again and again in one Karaf, while all of them are in use. */
class RedeployIT {
    static final int ROUNDS = Integer.getInteger("redeploys", 3);
    private static final Path REPORT = Path.of("target", "redeploys.txt");
    /** All others are wired to it, and are refreshed with it. */
    private static final String EVERYBODYS = "org.orcacomet.api";

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final long MEGABYTE = 1 << 20;

    @TempDir
    private static Path folder;

    private static Path tls;
    private static Karaf karaf;

    @BeforeAll
    static void start() throws Exception {
        Files.deleteIfExists(REPORT);
        tls = folder.resolve("tls");
        DevCertificates.create(tls);
        karaf = Karaf.start(folder.resolve("karaf"));
        karaf.run("kar:install file:" + System.getProperty("karaf.archive"));
        Configured configured = new Configured(karaf, tls);
        karaf.run("feature:install orca-comet-service orca-comet-shell orca-comet-health orca-comet-plugin");
        configured.store();
        configured.audit();
        configured.client(configured.service());
        configured.plugin();
        Path visitor =
                OneBundle.write(folder, "visitor", "org.orcacomet.api,org.osgi.framework", List.of(CometVisitor.class));
        karaf.run("bundle:install -s file:" + visitor);
    }

    @AfterAll
    static void stop() {
        karaf.close();
    }

    @Test
    void eachBundleRedeployed_leavesThreadsLoadersHeapAndDescriptorsFlat() throws Exception {
        round(EVERYBODYS);
        Figures settled = renewed();
        report("at the start: " + settled);
        for (String bundle : ours()) {
            for (int i = 0; i < ROUNDS; i++) {
                round(bundle);
            }
            report(bundle + ", " + ROUNDS + " times: " + karaf.figures());
        }
        await().atMost(PATIENCE).untilAsserted(() -> flat(settled, renewed()));
    }

    private static void flat(Figures settled, Figures last) throws IOException {
        report("at the end: " + last, "threads at the end: " + karaf.threads());
        String all = Files.readString(REPORT);
        // What the last round has replaced is still held in parts, then as now.
        assertThat(last.kept()).as(all).isLessThanOrEqualTo(settled.kept() + 2);
        assertThat(last.threads()).as(all).isLessThanOrEqualTo(settled.threads() + 2);
        assertThat(last.classes()).as(all).isLessThan(settled.classes() + 500);
        assertThat(last.heap()).as(all).isLessThan(settled.heap() + 10 * MEGABYTE);
        assertThat(last.descriptors()).as(all).isLessThanOrEqualTo(settled.descriptors() + 3);
    }

    /** Where all pools of ours have just begun: a client has a thread more for each call, up to its limit. */
    private static Figures renewed() throws IOException {
        round(EVERYBODYS);
        return karaf.figures();
    }

    private static void report(String... lines) throws IOException {
        Files.write(REPORT, List.of(lines), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    private static List<String> ours() throws IOException {
        return karaf.bundles().stream()
                .map(bundle -> bundle.split(" ")[1])
                .filter(name -> name.startsWith("org.orcacomet."))
                .toList();
    }

    /** Redeploys it, and has the client ask the service for a scope over TLS as soon as both are back. */
    private static void round(String bundle) throws IOException {
        karaf.redeploy(bundle);
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(50))
                .ignoreExceptions()
                .until(() -> karaf.visit("comet", "slice-1 users vm-1 " + Outside.READ)
                        .equals("nothing"));
        await().atMost(PATIENCE)
                .until(() ->
                        !karaf.services("org.orcacomet.orca.spi.SliceLifecycle").isEmpty()
                                && !karaf.services("org.orcacomet.orca.spi.SliverLifecycle")
                                        .isEmpty());
    }
}
