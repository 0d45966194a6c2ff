package org.orcacomet.felix;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Hashtable;
import java.util.Map;
import java.util.function.Consumer;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.util.tracker.ServiceTracker;

/**
 * Configurations that are there as soon as the configuration admin is, and so before any component that starts after
 * it: none of them ever runs with its defaults.
 */
public final class InitialConfiguration implements Consumer<BundleContext> {
    private final Map<String, Map<String, Object>> byPid;

    /** These properties, by PID. */
    public InitialConfiguration(Map<String, Map<String, Object>> byPid) {
        this.byPid = byPid;
    }

    /** Waits for the configuration admin, as long as the framework runs. */
    @Override
    public void accept(BundleContext context) {
        new ServiceTracker<ConfigurationAdmin, ConfigurationAdmin>(context, ConfigurationAdmin.class, null) {
            @Override
            public ConfigurationAdmin addingService(ServiceReference<ConfigurationAdmin> reference) {
                ConfigurationAdmin admin = super.addingService(reference);
                configure(admin);
                return admin;
            }
        }.open();
    }

    private void configure(ConfigurationAdmin admin) {
        try {
            for (Map.Entry<String, Map<String, Object>> entry : byPid.entrySet()) {
                admin.getConfiguration(entry.getKey(), "?").update(new Hashtable<>(entry.getValue()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
