package org.orcacomet.inside;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UnsupportedEncodingException;
import java.net.URLEncoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeSet;

/** A recorded set of properties, or one in the manner of it, as a file to hand to the stand-in. */
final class Recording {
    private final Properties properties = new Properties();

    private Recording() {}

    private Recording(String name) throws IOException {
        try (InputStream in =
                Objects.requireNonNull(Recording.class.getResourceAsStream("/recorded/" + name + ".properties"))) {
            properties.load(in);
        }
    }

    /** What a join got, without what the container itself adds. */
    static Recording join(String name) throws IOException {
        Recording recording = new Recording(name);
        recording
                .properties
                .keySet()
                .removeIf(key ->
                        key.toString().startsWith("comet") || key.toString().startsWith("ant."));
        return recording.with("config.action", "comet/handler.xml");
    }

    /** None yet. */
    static Recording empty() {
        return new Recording();
    }

    /** What a modify added. */
    static Recording modify(String name) throws IOException {
        Recording recording = new Recording(name);
        recording.properties.keySet().removeIf(key -> !key.toString().startsWith("modify."));
        return recording;
    }

    Recording with(String key, String value) {
        properties.setProperty(key, value);
        return this;
    }

    /** Leaves out what begins so. */
    Recording without(String prefix) {
        properties.keySet().removeIf(key -> key.toString().startsWith(prefix));
        return this;
    }

    /** As the query of an address. */
    String query() throws UnsupportedEncodingException {
        StringBuilder query = new StringBuilder();
        for (String name : new TreeSet<>(properties.stringPropertyNames())) {
            query.append(query.length() == 0 ? "" : "&")
                    .append(name)
                    .append('=')
                    .append(URLEncoder.encode(get(name), "UTF-8"));
        }
        return query.toString();
    }

    String get(String key) {
        return properties.getProperty(key);
    }

    String rid() {
        return get("unit.rid");
    }

    Path write(Path folder) throws IOException {
        Path file = Files.createTempFile(folder, "unit", ".properties");
        try (OutputStream out = Files.newOutputStream(file)) {
            properties.store(out, null);
        }
        return file;
    }
}
