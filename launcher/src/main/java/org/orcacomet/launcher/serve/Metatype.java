package org.orcacomet.launcher.serve;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** What can be configured: the PIDs, and their properties with their types, as the bundles themselves declare them. */
final class Metatype {
    private static final String FOLDER = "OSGI-INF/metatype/";

    private final Map<String, Map<String, String>> typesByPid = new TreeMap<>();

    private Metatype() {}

    /** Reads what the bundles in these folders declare. */
    static Metatype of(Path... folders) throws IOException {
        Metatype metatype = new Metatype();
        for (Path folder : folders) {
            metatype.readFolder(folder);
        }
        return metatype;
    }

    private void readFolder(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path jar :
                    files.filter(file -> file.toString().endsWith(".jar")).toList()) {
                readJar(jar);
            }
        }
    }

    private void readJar(Path path) throws IOException {
        try (JarFile jar = new JarFile(path.toFile())) {
            List<JarEntry> entries = jar.stream()
                    .filter(entry -> entry.getName().startsWith(FOLDER)
                            && entry.getName().endsWith(".xml"))
                    .toList();
            for (JarEntry entry : entries) {
                try (InputStream xml = jar.getInputStream(entry)) {
                    readXml(xml);
                }
            }
        } catch (XMLStreamException e) {
            throw new IOException(path.getFileName() + " declares its configuration wrongly", e);
        }
    }

    private void readXml(InputStream xml) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newInstance();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        XMLStreamReader reader = factory.createXMLStreamReader(xml);
        Map<String, Map<String, String>> typesByDefinition = new HashMap<>();
        Map<String, String> types = new TreeMap<>();
        String pid = "";
        while (reader.hasNext()) {
            if (reader.next() != XMLStreamConstants.START_ELEMENT) {
                continue;
            }
            switch (reader.getLocalName()) {
                case "OCD" -> types = typesByDefinition.computeIfAbsent(attribute(reader, "id"), id -> new TreeMap<>());
                case "AD" -> types.put(attribute(reader, "id"), attribute(reader, "type"));
                case "Designate" -> pid = attribute(reader, "pid");
                case "Object" -> typesByPid.put(pid, typesByDefinition.get(attribute(reader, "ocdref")));
                default -> {}
            }
        }
    }

    private static String attribute(XMLStreamReader reader, String name) {
        return Optional.ofNullable(reader.getAttributeValue(null, name)).orElse("");
    }

    /**
     * Checks that there is such a property, and that it takes the value.
     *
     * @throws IllegalArgumentException naming what is wrong, and never the value
     */
    void check(Setting setting) {
        Map<String, String> types = typesByPid.get(setting.pid());
        if (types == null) {
            throw new IllegalArgumentException(
                    "--set " + setting + ": there is no such PID; there are " + String.join(", ", typesByPid.keySet()));
        }
        String type = types.get(setting.key());
        if (type == null) {
            throw new IllegalArgumentException(
                    "--set " + setting + ": there is no such property; there are " + String.join(", ", types.keySet()));
        }
        if (!takes(type, setting.value())) {
            throw new IllegalArgumentException("--set " + setting + " takes a value of type " + type);
        }
    }

    private static boolean takes(String type, String value) {
        return switch (type) {
            case "Integer" -> parses(value, Integer::valueOf);
            case "Long" -> parses(value, Long::valueOf);
            case "Boolean" -> value.equals("true") || value.equals("false");
            default -> true;
        };
    }

    private static boolean parses(String value, Function<String, Number> parser) {
        try {
            return parser.apply(value) != null;
        } catch (NumberFormatException e) {
            return false;
        }
    }
}
