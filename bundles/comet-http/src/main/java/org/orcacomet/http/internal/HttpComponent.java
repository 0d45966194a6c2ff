package org.orcacomet.http.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.List;
import java.util.Optional;
import org.orcacomet.http.CometServer;
import org.orcacomet.http.HttpLimits;
import org.orcacomet.http.HttpSettings;
import org.orcacomet.http.LoadLimits;
import org.orcacomet.http.MetricsAccess;
import org.orcacomet.http.Pace;
import org.orcacomet.http.ServerAddress;
import org.orcacomet.http.TlsFiles;
import org.orcacomet.http.TlsProvider;
import org.orcacomet.http.TlsSettings;
import org.orcacomet.service.CometService;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;

/** Serves the CometService that is there, and publishes where. */
@Component(
        immediate = true,
        service = {},
        configurationPid = HttpComponent.PID,
        configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = HttpConfig.class)
public final class HttpComponent {
    static final String PID = "org.orcacomet.http";

    private final CometService service;
    private final HttpSettings settings;
    private CometServer server;
    private ServiceRegistration<ServerAddress> registration;

    /** A component that does not listen yet. */
    @Activate
    public HttpComponent(@Reference CometService service, HttpConfig config) {
        this.service = service;
        this.settings = HttpComponent.settings(config);
    }

    @Activate
    void start(BundleContext context) throws IOException {
        server = CometServer.start(settings, service);
        Dictionary<String, Object> properties = new Hashtable<>();
        properties.put(ServerAddress.URI_PROPERTY, server.address().uri().toString());
        registration = context.registerService(ServerAddress.class, server.address(), properties);
    }

    @Deactivate
    void stop() {
        registration.unregister();
        server.close();
    }

    static HttpSettings settings(HttpConfig config) {
        HttpLimits limits = new HttpLimits(
                Duration.ofMillis(config.idle_timeout_ms()),
                Duration.ofMillis(config.stop_timeout_ms()),
                config.header_max_bytes(),
                config.threads(),
                load(config));
        TlsFiles tls = new TlsFiles(
                file("tls.certificate", config.tls_certificate()),
                file("tls.key", config.tls_key()),
                Optional.of(config.tls_roots()).filter(name -> !name.isBlank()).map(Path::of));
        TlsProvider provider = TlsProvider.parse(config.tls_provider().trim());
        MetricsAccess metrics = MetricsAccess.parse(config.metrics_access().trim(), List.of(config.metrics_subjects()));
        return new HttpSettings(config.host().trim(), config.port(), new TlsSettings(tls, provider), limits, metrics);
    }

    private static LoadLimits load(HttpConfig config) {
        return new LoadLimits(
                config.connections_max(),
                config.connections_per_address_max(),
                config.calls_max(),
                config.buffered_max_bytes(),
                new Pace(Duration.ofMillis(config.client_timeout_ms()), config.client_min_bytes_per_second()));
    }

    private static Path file(String property, String name) {
        if (name.isBlank()) {
            throw new IllegalArgumentException(property + " is not set: name a PEM file");
        }
        return Path.of(name);
    }
}
