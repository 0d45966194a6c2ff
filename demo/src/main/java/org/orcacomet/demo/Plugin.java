package org.orcacomet.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.orcacomet.felix.ContainerException;
import org.orcacomet.felix.ContainerSettings;
import org.orcacomet.felix.FelixContainer;
import org.orcacomet.felix.InitialConfiguration;
import org.orcacomet.orca.spi.LogSink;
import org.orcacomet.orca.spi.SliceLifecycle;
import org.orcacomet.orca.spi.SliverLifecycle;
import org.osgi.util.tracker.ServiceTracker;

/** The plugin's bundles in a Felix of their own, seen through orca-spi alone: as ORCA's JVMs will have them. */
final class Plugin implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final List<String> FOLDERS = List.of("1-services", "2-libraries", "3-comet");

    private final FelixContainer felix;
    private final PluginLog log;
    private final SliceLifecycle slices;
    private final SliverLifecycle slivers;
    private final Map<String, String> orca;

    private Plugin(FelixContainer felix, PluginLog log, Map<String, String> orca)
            throws DemoFailure, InterruptedException {
        this.felix = felix;
        this.log = log;
        this.orca = orca;
        this.slices = await(SliceLifecycle.class);
        this.slivers = await(SliverLifecycle.class);
    }

    /** Starts the bundles, configured for this service. */
    static Plugin start(Path extension, Path folder, ServiceProcess service)
            throws IOException, ContainerException, DemoFailure, InterruptedException {
        Map<String, String> orca = orca(service);
        Path storage = Files.createDirectories(folder.resolve("plugin"));
        ContainerSettings settings = ContainerSettings.of(
                        storage, FOLDERS.stream().map(extension::resolve).toArray(Path[]::new))
                .sharing(Map.of("org.orcacomet.orca.spi", "1.0.0"));
        InitialConfiguration configuration = configuration(orca, storage);
        PluginLog log = PluginLog.open(storage.resolve("plugin.log"));
        FelixContainer felix = FelixContainer.start(settings, context -> {
            context.registerService(LogSink.class, log, null);
            configuration.accept(context);
        });
        try {
            return new Plugin(felix, log, orca);
        } catch (DemoFailure | InterruptedException failure) {
            felix.close();
            throw failure;
        }
    }

    /** What ORCA's configuration files say about COMET. */
    private static Map<String, String> orca(ServiceProcess service) {
        return Map.of(
                "comethost", service.address().toString(),
                "comet.cacert", service.tls().resolve("ca.der").toString(),
                "comet.clientkeystore", service.tls().resolve("client.jks").toString(),
                "comet.clientkeystorepwd", "changeit");
    }

    private static InitialConfiguration configuration(Map<String, String> orca, Path storage) {
        Map<String, Object> controller = new HashMap<>(orca);
        controller.put("orca.comet.pubkeys.enabled", "true");
        controller.put("orca.comet.hosts.enabled", "true");
        return new InitialConfiguration(Map.of(
                "org.orcacomet.client", Map.copyOf(orca),
                "org.orcacomet.journal",
                        Map.of("dir", storage.resolve("journal").toString()),
                "org.orcacomet.orca", controller));
    }

    private <S> S await(Class<S> type) throws DemoFailure, InterruptedException {
        ServiceTracker<S, S> tracker = new ServiceTracker<>(felix.context(), type, null);
        tracker.open();
        S service = tracker.waitForService(PATIENCE.toMillis());
        if (service == null) {
            throw new DemoFailure("the plugin offers no " + type.getSimpleName() + ": see its log");
        }
        return service;
    }

    SliceLifecycle slices() {
        return slices;
    }

    SliverLifecycle slivers() {
        return slivers;
    }

    /** ORCA's properties about COMET, as the aggregate manager passes them to each handler. */
    Map<String, String> orca() {
        return orca;
    }

    @Override
    public void close() {
        felix.close();
        log.close();
    }
}
