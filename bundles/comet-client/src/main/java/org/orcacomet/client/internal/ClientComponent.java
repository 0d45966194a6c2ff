package org.orcacomet.client.internal;

import java.util.Optional;
import org.orcacomet.api.Comet;
import org.orcacomet.client.CometClient;
import org.orcacomet.client.CometClientSettings;
import org.orcacomet.client.CometSettingsException;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Publishes {@link Comet} while COMET is configured, and nothing while it is off. */
@Component(
        name = "org.orcacomet.client",
        configurationPid = "org.orcacomet.client",
        immediate = true,
        service = {})
@Designate(ocd = ClientConfig.class)
public final class ClientComponent {
    private static final Logger LOG = LoggerFactory.getLogger(ClientComponent.class);

    private final Optional<CometClientSettings> settings;
    private Optional<CometClient> client = Optional.empty();
    private Optional<ServiceRegistration<Comet>> published = Optional.empty();

    /**
     * Takes the configuration.
     *
     * @throws CometSettingsException if COMET is half configured
     */
    @Activate
    public ClientComponent(ClientConfig config) {
        settings = ConfiguredSettings.of(config);
    }

    /**
     * Opens the client and publishes it, if COMET is on.
     *
     * @throws CometSettingsException if the key or the certificates cannot be used
     */
    @Activate
    public void start(BundleContext context) {
        client = settings.map(CometClient::open);
        published = client.map(opened -> context.registerService(Comet.class, opened.comet(), null));
        LOG.info(settings.map(on -> "COMET is on: " + on.servers())
                .orElse("COMET is off: comethost, comet.cacert and the identity are not set"));
    }

    /** Withdraws the service, then closes the client. */
    @Deactivate
    public void stop() {
        published.ifPresent(ServiceRegistration::unregister);
        client.ifPresent(CometClient::close);
    }
}
