package orca.controllers;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.Properties;
import orca.manage.IOrcaServiceManager;
import orca.util.ID;

/** A controller: its properties, and its connections to the service manager. */
public class OrcaController {
    /** The controller's home; ends in a slash. */
    public static final String HomeDirectory = home();

    /** Where its configuration is. */
    public static final String ConfigDirectory = HomeDirectory + "config/";

    /** Its configuration. */
    public static final String ControllerConfigurationFile = ConfigDirectory + "controller.properties";

    /** The logger under which all of ORCA's are. */
    public static final String RootLoggerName = "orca";

    /** Where the service manager is. */
    public static final String OrcaURL = "orca.manager.url";

    /** As whom to go there. */
    public static final String OrcaUser = "orca.manager.user";

    /** With which password. */
    public static final String OrcaLogin = "orca.manager.password";

    /** Which service manager. */
    public static final String ControllerServiceManager = "controller.sm";

    /** Whether slices have {@code pubkeysall}. */
    public static final String CometPubKeysEnabled = "orca.comet.pubkeys.enabled";

    /** Whether slices have {@code hostsall}. */
    public static final String CometHostNamesEnabled = "orca.comet.hosts.enabled";

    protected static Properties controllerProperties;

    /** The connections to the service manager. */
    public OrcaConnectionFactory orca;

    /** One that is not started. */
    public OrcaController() {}

    private static String home() {
        String home = System.getenv("ORCA_CONTROLLER_HOME");
        return home == null || home.endsWith("/") ? home : home + "/";
    }

    protected void init() throws Exception {
        if (controllerProperties == null) {
            controllerProperties = load(Paths.get(ControllerConfigurationFile));
        }
        String manager = getProperty(OrcaURL) == null ? HomeDirectory + "sm" : getProperty(OrcaURL);
        orca = new OrcaConnectionFactory(manager, getProperty(OrcaUser), getProperty(OrcaLogin), new ID());
    }

    private static Properties load(Path file) throws Exception {
        Properties properties = new Properties();
        try (InputStream in = Files.newInputStream(file)) {
            properties.load(in);
        }
        return properties;
    }

    protected void recover() throws Exception {
        _recover();
    }

    protected void _recover() throws Exception {}

    /** The broker to ask. */
    public ID getBroker(IOrcaServiceManager sm) {
        return new ID();
    }

    /** A property of the configuration; null if it is not set. */
    public static String getProperty(String name) {
        return controllerProperties.getProperty(name);
    }
}
