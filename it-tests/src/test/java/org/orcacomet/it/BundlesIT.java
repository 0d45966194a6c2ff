package org.orcacomet.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.orcacomet.felix.ContainerSettings;
import org.orcacomet.felix.FelixContainer;
import org.orcacomet.felix.InitialConfiguration;
import org.orcacomet.launcher.certificates.DevCertificates;
import org.orcacomet.orca.spi.LogSink;
import org.orcacomet.orca.spi.SliceLifecycle;
import org.orcacomet.orca.spi.SliverLifecycle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;

/** A bundle that does not resolve is silent about it: both containers are asked. */
class BundlesIT {
    private static final Map<String, String> QUIET = Map.of("org.ops4j.pax.logging.DefaultServiceLog.level", "ERROR");

    /** As the launcher has them: they are no bundles of the distribution. */
    private static final Map<String, String> COMPONENTS = Map.of(
            "org.osgi.service.component", "1.5.1",
            "org.osgi.service.component.runtime", "1.5.0",
            "org.osgi.service.component.runtime.dto", "1.5.0",
            "org.osgi.util.promise", "1.3.0",
            "org.osgi.util.function", "1.2.0");

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
                ContainerSettings.of(folder, Built.SERVER.resolve("bundle"), Built.SERVER.resolve("stores/rocksdb"))
                        .sharing(COMPONENTS)
                        .with(QUIET),
                configuration)) {
            assertThat(felix.inactive()).isEmpty();
            assertThat(felix.context().getAllServiceReferences(null, "(comet.uri=https://127.0.0.1:*)"))
                    .hasSize(1);
            assertThat(healthChecks(felix.context()))
                    .containsOnlyKeys(
                            "COMET: store", "COMET: certificate", "COMET: switches", "COMET: audit", "COMET: other")
                    .allSatisfy((name, result) -> assertThat(result).contains("status=OK"));
        }
    }

    /** What each of Felix's health checks that are tagged {@code comet} finds, by its name. */
    private static Map<String, String> healthChecks(BundleContext context) throws Exception {
        Map<String, String> results = new TreeMap<>();
        for (ServiceReference<?> found : context.getAllServiceReferences(null, "(hc.tags=comet)")) {
            Object check = context.getService(found);
            Method execute = found.getBundle()
                    .loadClass("org.apache.felix.hc.api.HealthCheck")
                    .getMethod("execute");
            results.put((String) found.getProperty("hc.name"), String.valueOf(execute.invoke(check)));
        }
        return results;
    }

    @Test
    void plugin_hasAllItsBundlesActiveAndOffersItsServices() throws Exception {
        InitialConfiguration configuration = new InitialConfiguration(Map.of(
                "org.orcacomet.journal", Map.of("dir", folder.resolve("journal").toString())));

        List<String> log = new CopyOnWriteArrayList<>();
        Path[] bundles = Stream.of("1-services", "2-libraries", "3-comet")
                .map(Built.EXTENSION::resolve)
                .toArray(Path[]::new);
        ContainerSettings settings =
                ContainerSettings.of(folder, bundles).sharing(Map.of("org.orcacomet.orca.spi", "1.0.0"));

        try (FelixContainer felix = FelixContainer.start(settings, context -> {
            context.registerService(LogSink.class, new Complaints(log), null);
            configuration.accept(context);
        })) {
            assertThat(felix.inactive()).isEmpty();
            assertThat(felix.service(SliceLifecycle.class)).isPresent();
            assertThat(felix.service(SliverLifecycle.class)).isPresent();
        }
        assertThat(log).isEmpty();
    }

    /** Keeps what an operator would have to look at. */
    private record Complaints(List<String> log) implements LogSink {
        @Override
        public boolean isEnabled(Level level, String logger) {
            return level.compareTo(Level.WARN) >= 0;
        }

        @Override
        public void log(Level level, String logger, String message, Throwable failure) {
            log.add(level + " " + logger + ": " + message);
        }
    }
}
