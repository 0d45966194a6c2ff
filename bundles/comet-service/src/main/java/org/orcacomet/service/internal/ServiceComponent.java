package org.orcacomet.service.internal;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.orcacomet.audit.AuditLog;
import org.orcacomet.service.CometService;
import org.orcacomet.service.Registration;
import org.orcacomet.service.ServiceSettings;
import org.orcacomet.store.ScopeStore;
import org.osgi.annotation.bundle.Capability;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Publishes the service as long as there is a store; and an audit, if {@code audit.cardinality.minimum} is 1. A changed configuration is taken while it runs.
 */
@Component(configurationPid = "org.orcacomet.service", immediate = true)
@Designate(ocd = ServiceConfiguration.class)
@Capability(namespace = "osgi.service", attribute = "objectClass:List<String>=\"org.orcacomet.service.CometService\"")
public final class ServiceComponent {
    private static final Logger LOG = LoggerFactory.getLogger(ServiceComponent.class);
    private static final Duration SWEEP_PAUSE = Duration.ofMinutes(10);

    private final BundleContext bundle;
    private final ScopeStore store;
    private final Optional<AuditLog> audit;
    private volatile ServiceSettings settings;
    private Registration ageing;
    private ServiceRegistration<CometService> registration;

    /** A service that is not started yet. */
    @Activate
    public ServiceComponent(
            BundleContext bundle,
            @Reference ScopeStore store,
            @Reference(
                            name = "audit",
                            cardinality = ReferenceCardinality.OPTIONAL,
                            policyOption = ReferencePolicyOption.GREEDY)
                    AuditLog audit,
            ServiceConfiguration configuration) {
        this.bundle = bundle;
        this.store = store;
        this.audit = Optional.ofNullable(audit);
        this.settings = SettingsReader.read(configuration);
    }

    @Activate
    void start() {
        warn(settings);
        Clock clock = new SteadyClock(Clock.systemUTC(), System::nanoTime);
        CometService service = new CometService(store, () -> settings, clock, audit);
        ageing = service.startAgeing(SWEEP_PAUSE);
        registration = bundle.registerService(CometService.class, service, null);
    }

    @Modified
    void modified(ServiceConfiguration configuration) {
        settings = SettingsReader.read(configuration);
        warn(settings);
    }

    @Deactivate
    void stop() {
        registration.unregister();
        ageing.close();
    }

    private static void warn(ServiceSettings settings) {
        for (String check : settings.switches().checksOff()) {
            LOG.warn(
                    "{} is OFF: this COMET takes what it should refuse. Turn it on as soon as the clients can.", check);
        }
    }
}
