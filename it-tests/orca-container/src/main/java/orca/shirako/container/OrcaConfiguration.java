package orca.shirako.container;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import orca.shirako.container.api.IOrcaConfiguration;

/** config/orca.properties. */
public final class OrcaConfiguration implements IOrcaConfiguration {
    private static final String ADMIN = "admin.";
    private static final String PLUGIN = "admin.plugin.";
    private static final String DELAY = "stand-in.handler.delay.ms";
    private static final String CYCLE = "stand-in.cycle.ms";

    /** What every handler is told of the configuration. */
    private static final List<String> FOR_HANDLERS = Arrays.asList(
            "comethost",
            "comet.cacert",
            "comet.clientcert",
            "comet.clientkey",
            "comet.clientkeystore",
            "comet.clientkeystorepwd");

    private final Properties properties = new Properties();

    /** Reads the file; without one nothing is configured. */
    public OrcaConfiguration(Path file) throws IOException {
        if (Files.exists(file)) {
            try (InputStream in = Files.newInputStream(file)) {
                properties.load(in);
            }
        }
    }

    @Override
    public String getProperty(String key) {
        return key.startsWith(ADMIN) ? null : properties.getProperty(key);
    }

    /** The values of all {@code admin.plugin.} keys: a package's identifier, a comma, a plugin's. */
    public String[] plugins() {
        return properties.stringPropertyNames().stream()
                .filter(key -> key.startsWith(PLUGIN))
                .sorted()
                .map(properties::getProperty)
                .toArray(String[]::new);
    }

    /** COMET's part, as handlers get it. */
    public Properties forHandlers() {
        Properties found = new Properties();
        FOR_HANDLERS.stream()
                .filter(properties::containsKey)
                .forEach(key -> found.setProperty(key, properties.getProperty(key)));
        return found;
    }

    /** Milliseconds between two ticks of an actor; ORCA has 1,000. */
    public long getCycleMillis() {
        return Long.parseLong(properties.getProperty(CYCLE, "50"));
    }

    /** Milliseconds from a unit's call to its handler's begin; 180 to 320 were recorded. */
    public long getHandlerDelayMillis() {
        return Long.parseLong(properties.getProperty(DELAY, "0"));
    }
}
