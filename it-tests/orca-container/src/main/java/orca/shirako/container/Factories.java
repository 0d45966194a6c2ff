package orca.shirako.container;

import orca.extensions.IPluginFactory;
import orca.extensions.internal.ClassPath;
import orca.extensions.internal.PackageManager;
import orca.manage.internal.ManagementObject;
import orca.manage.internal.ManagementObjectManager;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A fresh boot's plugins: each factory makes its own, and what it gives is stored but not initialized. */
final class Factories {
    private static final Logger LOG = LoggerFactory.getLogger("orca");

    private final PackageManager packages;
    private final ManagementObjectManager objects;

    Factories(PackageManager packages, ManagementObjectManager objects) {
        this.packages = packages;
        this.objects = objects;
    }

    void create(String... plugins) {
        for (String plugin : plugins) {
            create(plugin);
        }
    }

    /** An Exception is only logged; an Error is the booting thread's. */
    private void create(String plugin) {
        try {
            String[] parts = plugin.split(",");
            IPluginFactory factory =
                    (IPluginFactory) ClassPath.instance(packages.factory(parts[0].trim(), parts[1].trim()));
            factory.create();
            ManagementObject object = factory.getManager();
            if (object != null) {
                objects.registerManagerObject(object);
            }
        } catch (Exception e) {
            LOG.error("Cannot create plugin {}", plugin, e);
        }
    }
}
