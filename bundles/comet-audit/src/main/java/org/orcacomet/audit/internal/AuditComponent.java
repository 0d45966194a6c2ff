package org.orcacomet.audit.internal;

import java.io.IOException;
import java.nio.file.Path;
import org.orcacomet.audit.AuditLog;
import org.orcacomet.audit.AuditSettings;
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

/** Opens the audit that the configuration names, publishes it, and in the end withdraws and closes it. */
@Component(
        configurationPid = "org.orcacomet.audit",
        configurationPolicy = ConfigurationPolicy.REQUIRE,
        immediate = true)
@Designate(ocd = AuditConfiguration.class)
@Capability(namespace = "osgi.service", attribute = "objectClass:List<String>=\"org.orcacomet.audit.AuditLog\"")
public final class AuditComponent {
    private static final Logger LOG = LoggerFactory.getLogger(AuditComponent.class);

    private final BundleContext bundle;
    private final AuditSettings settings;
    private AuditLog audit;
    private ServiceRegistration<AuditLog> registration;

    /** A component that has not opened anything yet. */
    @Activate
    public AuditComponent(BundleContext bundle, AuditConfiguration configuration) {
        this.bundle = bundle;
        if (configuration.folder().isBlank()) {
            throw new IllegalArgumentException(
                    "folder of org.orcacomet.audit is not set: set it to the audit's folder");
        }
        this.settings = new AuditSettings(
                Path.of(configuration.folder()),
                configuration.file_max_bytes(),
                configuration.files_kept(),
                configuration.reserve_bytes());
    }

    @Activate
    void start() throws IOException {
        audit = AuditLog.open(settings);
        registration = bundle.registerService(AuditLog.class, audit, null);
        LOG.info("The audit in {} is open.", settings.folder().toAbsolutePath());
    }

    @Deactivate
    void stop() throws IOException {
        registration.unregister();
        audit.close();
        LOG.info("The audit in {} is closed.", settings.folder().toAbsolutePath());
    }
}
