package org.orcacomet.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.orcacomet.felix.ContainerSettings;
import org.orcacomet.felix.FelixContainer;
import org.orcacomet.felix.InitialConfiguration;
import org.orcacomet.launcher.certificates.DevCertificates;
import org.orcacomet.orca.spi.SliceLifecycle;
import org.orcacomet.orca.spi.SliverLifecycle;

/** A bundle that does not resolve is silent about it: both containers are asked. */
class BundlesIT {
    private static final Map<String, String> QUIET = Map.of("org.ops4j.pax.logging.DefaultServiceLog.level", "ERROR");

    @TempDir
    Path folder;

    @Test
    void service_hasAllItsBundlesActiveAndListens() throws Exception {
        Path tls = folder.resolve("tls");
        DevCertificates.create(tls);
        InitialConfiguration configuration = new InitialConfiguration(Map.of(
                "org.orcacomet.store.rocksdb",
                        Map.of("dir", folder.resolve("store").toString()),
                "org.orcacomet.http",
                        Map.of(
                                "port", 0,
                                "tls.certificate", tls.resolve("server.pem").toString(),
                                "tls.key", tls.resolve("server.key").toString())));

        try (FelixContainer felix = FelixContainer.start(
                ContainerSettings.of(folder, Built.SERVER.resolve("bundle")).with(QUIET), configuration)) {
            assertThat(felix.inactive()).isEmpty();
            assertThat(felix.context().getAllServiceReferences(null, "(comet.uri=https://127.0.0.1:*)"))
                    .hasSize(1);
        }
    }

    @Test
    void plugin_hasAllItsBundlesActiveAndOffersItsServices() throws Exception {
        InitialConfiguration configuration = new InitialConfiguration(Map.of(
                "org.orcacomet.journal", Map.of("dir", folder.resolve("journal").toString())));

        try (FelixContainer felix = FelixContainer.start(
                ContainerSettings.of(folder, Built.SERVER.resolve("bundle/1-logging"), Built.EXTENSION)
                        .sharing(Map.of("org.orcacomet.orca.spi", "1.0.0"))
                        .with(QUIET),
                configuration)) {
            assertThat(felix.inactive()).isEmpty();
            assertThat(felix.service(SliceLifecycle.class)).isPresent();
            assertThat(felix.service(SliverLifecycle.class)).isPresent();
        }
    }
}
