package org.orcacomet.bridge.am;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import orca.extensions.PackageId;
import orca.manage.internal.ManagementObject;
import orca.manage.internal.ManagementObjectManager;
import orca.shirako.api.IEventFilter;
import orca.shirako.api.IEventHandler;
import orca.shirako.container.Globals;
import orca.util.ID;
import org.orcacomet.bridge.OrcaLog;
import org.orcacomet.bridge.OrcaProperties;

/** ORCA in this process, as far as the plugin touches it; nobody else sees its statics. */
class ActorProcess {
    private static final List<String> NAMES = Arrays.asList(
            "comethost",
            "comet.cacert",
            "comet.clientkeystore",
            "comet.clientkeystorepwd",
            "comet.clientcert",
            "comet.clientkey",
            OrcaProperties.HOSTS,
            OrcaProperties.PUBLIC_KEYS);

    /** ORCA's home. */
    Path home() {
        return Paths.get(Globals.HomeDirectory);
    }

    /** ORCA's log. */
    OrcaLog log() {
        return OrcaLog.under(Globals.RootLoggerName);
    }

    /** ORCA tells a property by its name only; which others there are is in its file. */
    OrcaProperties properties() throws IOException {
        Map<String, String> all = new HashMap<>();
        Properties file = file(home().resolve("config").resolve("orca.properties"));
        file.stringPropertyNames().forEach(name -> all.put(name, file.getProperty(name)));
        for (String name : NAMES) {
            String value = Globals.getConfiguration().getProperty(name);
            if (value != null) {
                all.put(name, value);
            }
        }
        return OrcaProperties.of(all);
    }

    private static Properties file(Path path) throws IOException {
        Properties properties = new Properties();
        if (Files.exists(path)) {
            try (InputStream in = Files.newInputStream(path)) {
                properties.load(in);
            }
        }
        return properties;
    }

    /** From now on the handler is told of the events that the filter passes; never to be called by a handler. */
    void subscribe(IEventHandler handler, IEventFilter filter) throws Exception {
        Globals.eventManager.createPrivilegedSubscription(handler, filter);
    }

    /** Whether ORCA makes this object at its boots. */
    boolean has(ID object) {
        return objects().getManagementObject(object) != null;
    }

    /** From now on ORCA makes this object at its boots. */
    void register(ManagementObject object) throws Exception {
        objects().registerManagerObject(object);
    }

    /** From now on it does not. */
    void unregister(ID object) throws Exception {
        objects().unregisterManager(object);
    }

    private static ManagementObjectManager objects() {
        return Globals.getContainer().getManagementObjectManager();
    }

    /** Has ORCA forget a package; returns ORCA's code, zero where all went well. */
    int uninstall(String packageId) throws Exception {
        return Globals.getContainer().getPackageManager().uninstallPackage(new PackageId(packageId));
    }
}
