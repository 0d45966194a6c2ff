package org.orcacomet.store.accumulo.internal;

import java.io.IOException;
import org.orcacomet.store.ScopeStore;
import org.orcacomet.store.accumulo.AccumuloScopeStore;
import org.orcacomet.store.accumulo.AccumuloSettings;
import org.osgi.annotation.bundle.Capability;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens the store that the configuration describes, publishes it, and in the end withdraws and closes it. */
@Component(
        configurationPid = "org.orcacomet.store.accumulo",
        configurationPolicy = ConfigurationPolicy.REQUIRE,
        immediate = true)
@Designate(ocd = AccumuloConfiguration.class)
@Capability(namespace = "osgi.service", attribute = "objectClass:List<String>=\"org.orcacomet.store.ScopeStore\"")
public final class AccumuloComponent {
    private static final Logger LOG = LoggerFactory.getLogger(AccumuloComponent.class);

    private final BundleContext bundle;
    private final AccumuloSettings settings;
    private AccumuloScopeStore store;
    private ServiceRegistration<ScopeStore> registration;

    /** A component that has not opened anything yet. */
    @Activate
    public AccumuloComponent(BundleContext bundle, AccumuloConfiguration configuration) throws IOException {
        this.bundle = bundle;
        this.settings = ConfiguredSettings.of(configuration);
    }

    @Activate
    void start() throws IOException {
        store = AccumuloScopeStore.open(settings);
        registration = bundle.registerService(ScopeStore.class, store, null);
        LOG.info("The store in Accumulo's table {} is open.", settings.table().name());
    }

    @Deactivate
    void stop() {
        registration.unregister();
        store.close();
        LOG.info("The store in Accumulo's table {} is closed.", settings.table().name());
    }
}
