package org.orcacomet.launcher.serve;

import java.util.Collections;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.service.cm.ConfigurationPlugin;

/**
 * The command line's settings, laid over every configuration on its way from the configuration admin to its component:
 * they hold when a file is changed later, too.
 */
final class Overrides implements ConfigurationPlugin {
    private static final String PID = "service.pid";

    private final Map<String, List<Setting>> byPid;

    Overrides(List<Setting> settings) {
        byPid = settings.stream().collect(Collectors.groupingBy(Setting::pid));
    }

    void register(BundleContext context) {
        Dictionary<String, Object> properties = new Hashtable<>();
        properties.put(CM_TARGET, byPid.keySet().toArray(String[]::new));
        context.registerService(ConfigurationPlugin.class, this, properties);
    }

    @Override
    public void modifyConfiguration(ServiceReference<?> reference, Dictionary<String, Object> properties) {
        Object pid = properties.get(PID);
        if (pid instanceof String name) {
            byPid.getOrDefault(name, Collections.emptyList())
                    .forEach(setting -> properties.put(setting.key(), setting.value()));
        }
    }
}
