package org.orcacomet.karaf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.orcacomet.karaf.visitor.CometVisitor;
import org.orcacomet.launcher.certificates.DevCertificates;

/** Each bundle of ours, deployed again and again in one Karaf, while all of them are in use. */
class RedeployIT {
    private static final int ROUNDS = Integer.getInteger("redeploys", 3);
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final long MEGABYTE = 1 << 20;

    @TempDir
    private static Path folder;

    private static Path tls;
    private static Karaf karaf;

    @BeforeAll
    static void start() throws Exception {
        tls = folder.resolve("tls");
        DevCertificates.create(tls);
        karaf = Karaf.start(folder.resolve("karaf"));
        karaf.run("kar:install file:" + System.getProperty("karaf.archive"));
        Configured configured = new Configured(karaf, tls);
        karaf.run("feature:install orca-comet-service orca-comet-shell orca-comet-plugin");
        configured.store();
        configured.client(configured.service());
        configured.plugin();
        Path visitor = OneBundle.write(
                folder, "visitor", "org.orcacomet.api,org.osgi.framework", List.of(CometVisitor.class));
        karaf.run("bundle:install -s file:" + visitor);
    }

    @AfterAll
    static void stop() {
        karaf.close();
    }

    @Test
    void eachBundleRedeployed_leavesThreadsLoadersHeapAndDescriptorsFlat() throws Exception {
        List<String> bundles = ours();
        for (String bundle : bundles) {
            round(bundle);
        }
        Figures settled = karaf.figures();
        List<String> report = new ArrayList<>(List.of("after 1 of each: " + settled));
        for (String bundle : bundles) {
            for (int i = 0; i < ROUNDS; i++) {
                round(bundle);
            }
            report.add(bundle + ", " + ROUNDS + " times: " + karaf.figures());
        }
        Figures last = karaf.figures();
        Files.write(Path.of("target", "redeploys.txt"), report);

        String all = String.join("\n", report);
        // The last round's may be on some thread's stack.
        assertThat(last.kept()).as(all).isLessThanOrEqualTo(2);
        assertThat(last.threads()).as(all).isLessThanOrEqualTo(settled.threads() + 2);
        assertThat(last.classes()).as(all).isLessThan(settled.classes() + 500);
        assertThat(last.heap()).as(all).isLessThan(settled.heap() + 10 * MEGABYTE);
        assertThat(last.descriptors()).as(all).isLessThanOrEqualTo(settled.descriptors() + 3);
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
                .until(() -> !karaf.services("org.orcacomet.orca.spi.SliceLifecycle").isEmpty()
                        && !karaf.services("org.orcacomet.orca.spi.SliverLifecycle").isEmpty());
    }
}
