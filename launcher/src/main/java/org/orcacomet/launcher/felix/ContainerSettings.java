package org.orcacomet.launcher.felix;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a container is made of.
 *
 * @param folders folders of bundles, which start one after the other; a folder's jars, and those of the folders in it,
 *     start in the order of their names
 * @param storage where the framework makes a folder of its own, that goes when it stops
 * @param shared the packages that the bundles have from the host's class path, with their versions
 * @param properties framework properties, which bundles can read
 */
public record ContainerSettings(
        List<Path> folders, Path storage, Map<String, String> shared, Map<String, String> properties) {

    private static final Map<String, String> CONFIGURATION = Map.of("org.osgi.service.cm", "1.6.1");
    private static final Map<String, String> COMPONENTS = Map.of(
            "org.osgi.service.component", "1.5.1",
            "org.osgi.service.component.runtime", "1.5.0",
            "org.osgi.service.component.runtime.dto", "1.5.0",
            "org.osgi.util.promise", "1.3.0",
            "org.osgi.util.function", "1.2.0");

    /** Keeps copies of the maps. */
    public ContainerSettings {
        folders = List.copyOf(folders);
        shared = Map.copyOf(shared);
        properties = Map.copyOf(properties);
    }

    /** These bundles, with the configuration admin's package shared, so that the host can configure them. */
    public static ContainerSettings of(Path storage, Path... folders) {
        return new ContainerSettings(List.of(folders), storage, CONFIGURATION, Map.of());
    }

    /** The same, with the component runtime's packages shared, so that the host can ask how the components are. */
    public ContainerSettings sharingComponents() {
        return sharing(COMPONENTS);
    }

    /** The same, with these packages shared too. */
    public ContainerSettings sharing(Map<String, String> packages) {
        return new ContainerSettings(folders, storage, union(shared, packages), properties);
    }

    /** The same, with these framework properties too. */
    public ContainerSettings with(Map<String, String> more) {
        return new ContainerSettings(folders, storage, shared, union(properties, more));
    }

    private static Map<String, String> union(Map<String, String> one, Map<String, String> other) {
        Map<String, String> all = new TreeMap<>(one);
        all.putAll(other);
        return all;
    }
}
