package org.orcacomet.tasks;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/** What a running ORCA handed to its handler. */
final class Recorded {
    private Recorded() {}

    /** A set of this name, with the user's own Ant properties left out. */
    static Map<String, String> properties(String name) {
        Properties properties = new Properties();
        try (Reader reader =
                Files.newBufferedReader(Ant.resource("recorded/" + name + ".properties"), StandardCharsets.UTF_8)) {
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, String> map = new TreeMap<>();
        properties.stringPropertyNames().stream()
                .filter(each -> !each.startsWith("ant."))
                .forEach(each -> map.put(each, properties.getProperty(each)));
        return map;
    }
}
