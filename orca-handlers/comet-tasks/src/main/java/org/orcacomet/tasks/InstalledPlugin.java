package org.orcacomet.tasks;

import java.util.Iterator;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import org.orcacomet.orca.spi.LifecycleException;
import org.orcacomet.orca.spi.Plugin;

/** Finds the plugin that is in ORCA's JVM. */
final class InstalledPlugin {
    private InstalledPlugin() {}

    /**
     * The plugin of this class loader.
     *
     * @throws LifecycleException if there is none, or it cannot be loaded
     */
    static Plugin find(ClassLoader loader) throws LifecycleException {
        try {
            Iterator<Plugin> plugins = ServiceLoader.load(Plugin.class, loader).iterator();
            if (plugins.hasNext()) {
                return plugins.next();
            }
        } catch (ServiceConfigurationError broken) {
            throw new LifecycleException("Orca-COMET cannot be loaded: " + broken.getMessage(), broken);
        }
        throw new LifecycleException("Orca-COMET is not on ORCA's class path: its tasks are there without its bridge");
    }
}
