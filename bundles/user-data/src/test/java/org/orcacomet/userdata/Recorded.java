package org.orcacomet.userdata;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/** What a running ORCA handed to its handler, and the golden files. */
public final class Recorded {
    private Recorded() {}

    /** The properties of a recorded call. */
    public static Map<String, String> unit(String name) {
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

    /** The text of a golden file. */
    public static String golden(String name) {
        try (InputStream in = Recorded.class.getResourceAsStream("/golden/" + name)) {
            ByteArrayOutputStream text = new ByteArrayOutputStream();
            for (int b = in.read(); b >= 0; b = in.read()) {
                text.write(b);
            }
            return new String(text.toByteArray(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
