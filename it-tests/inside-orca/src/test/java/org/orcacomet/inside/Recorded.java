package org.orcacomet.inside;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/** What a running ORCA handed to its handler. */
final class Recorded {
    private Recorded() {}

    /** A set of this name, with this handler; what the site itself adds is left out. */
    static Map<String, String> unit(String name, String handler) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = new InputStreamReader(
                Recorded.class.getResourceAsStream("/recorded/" + name + ".properties"), StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        Map<String, String> unit = new TreeMap<>();
        properties.stringPropertyNames().stream()
                .filter(each -> !each.startsWith("ant.") && !each.startsWith("comet"))
                .forEach(each -> unit.put(each, properties.getProperty(each)));
        unit.put("config.action", handler);
        return unit;
    }
}
