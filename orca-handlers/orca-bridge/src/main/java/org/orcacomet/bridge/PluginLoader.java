package org.orcacomet.bridge;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is inside: the jars that run Felix, behind a {@link Gate}, so that ORCA's old libraries are never met. */
final class PluginLoader implements AutoCloseable {
    /** Known by its name and by what it implements; it is loaded inside. */
    private static final String ENTRY = "org.orcacomet.felix.HostedContainer";

    private final URLClassLoader loader;

    private PluginLoader(URLClassLoader loader) {
        this.loader = loader;
    }

    /** All jars of a folder. */
    static PluginLoader over(Path folder) throws IOException {
        List<URL> jars = new ArrayList<>();
        for (Path jar : jars(folder)) {
            jars.add(jar.toUri().toURL());
        }
        return new PluginLoader(new URLClassLoader(jars.toArray(new URL[0]), new Gate()));
    }

    private static List<Path> jars(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .collect(Collectors.toList());
        }
    }

    /**
     * What starts the container inside: it takes the settings, and the services to register, and returns what can be
     * closed and asked for services.
     *
     * @throws IOException if it is not there
     */
    @SuppressWarnings("unchecked")
    BiFunction<Map<String, Object>, Map<Class<?>, Object>, Object> entry() throws IOException {
        try {
            return (BiFunction<Map<String, Object>, Map<Class<?>, Object>, Object>)
                    loader.loadClass(ENTRY).getConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IOException("the plugin's own jars are incomplete: " + e, e);
        }
    }

    @Override
    public void close() throws IOException {
        loader.close();
    }
}
