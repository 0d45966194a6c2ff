package org.orcacomet.health.internal;

import java.util.ArrayList;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.List;
import java.util.Locale;
import org.apache.felix.hc.api.HealthCheck;
import org.orcacomet.service.CometService;
import org.osgi.annotation.bundle.Capability;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** Publishes a health check for each area of the report, as long as there is a service. */
@Component(
        immediate = true,
        service = {})
@Capability(namespace = "osgi.service", attribute = "objectClass:List<String>=\"org.apache.felix.hc.api.HealthCheck\"")
public final class HealthComponent {
    private final CometService service;
    private final List<ServiceRegistration<HealthCheck>> registrations = new ArrayList<>();

    /** A component that has published nothing yet. */
    @Activate
    public HealthComponent(@Reference CometService service) {
        this.service = service;
    }

    @Activate
    void start(BundleContext bundle) {
        for (Area area : Area.values()) {
            registrations.add(
                    bundle.registerService(HealthCheck.class, new ReportCheck(service, area), properties(area)));
        }
    }

    private static Dictionary<String, Object> properties(Area area) {
        Dictionary<String, Object> properties = new Hashtable<>();
        String name = area.name().toLowerCase(Locale.ROOT);
        properties.put(HealthCheck.NAME, "COMET: " + name);
        properties.put(HealthCheck.TAGS, new String[] {"comet", "comet-" + name});
        return properties;
    }

    @Deactivate
    void stop() {
        registrations.forEach(ServiceRegistration::unregister);
    }
}
