package org.orcacomet.orca.am;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/** What a running ORCA handed to its handler. */
final class Recorded {
    private Recorded() {}

    static Map<String, String> unit(String name) {
        Properties properties = new Properties();
        try (InputStream in = Recorded.class.getResourceAsStream("/recorded/" + name + ".properties")) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, String> unit = new TreeMap<>();
        properties.stringPropertyNames().forEach(key -> unit.put(key, properties.getProperty(key)));
        return unit;
    }
}
