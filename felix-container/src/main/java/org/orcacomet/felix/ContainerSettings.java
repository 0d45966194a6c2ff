package org.orcacomet.felix;

import static java.util.Collections.emptyMap;
import static java.util.Collections.singletonMap;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a container is made of; cannot be changed. */
public final class ContainerSettings {
    private static final Map<String, String> CONFIGURATION = singletonMap("org.osgi.service.cm", "1.6.1");

    private final List<Path> folders;
    private final Path storage;
    private final Map<String, String> shared;
    private final Map<String, String> properties;

    private ContainerSettings(
            List<Path> folders, Path storage, Map<String, String> shared, Map<String, String> properties) {
        this.folders = Collections.unmodifiableList(new ArrayList<>(folders));
        this.storage = storage;
        this.shared = Collections.unmodifiableMap(new TreeMap<>(shared));
        this.properties = Collections.unmodifiableMap(new TreeMap<>(properties));
    }

    /**
     * These bundles, with the configuration admin's package shared, so that the host can configure them.
     *
     * @param storage where the framework makes a folder of its own, that goes when it stops
     * @param folders folders of bundles, which start one after the other; a folder's jars, and those of the folders in
     *     it, start in the order of their names
     */
    public static ContainerSettings of(Path storage, Path... folders) {
        return new ContainerSettings(Arrays.asList(folders), storage, CONFIGURATION, emptyMap());
    }

    /** The same, where the bundles have these packages, in these versions, from the host's class path too. */
    public ContainerSettings sharing(Map<String, String> packages) {
        return new ContainerSettings(folders, storage, union(shared, packages), properties);
    }

    /** The same, with these framework properties too, which bundles can read. */
    public ContainerSettings with(Map<String, String> more) {
        return new ContainerSettings(folders, storage, shared, union(properties, more));
    }

    private static Map<String, String> union(Map<String, String> one, Map<String, String> other) {
        Map<String, String> all = new TreeMap<>(one);
        all.putAll(other);
        return all;
    }

    List<Path> folders() {
        return folders;
    }

    Path storage() {
        return storage;
    }

    Map<String, String> shared() {
        return shared;
    }

    Map<String, String> properties() {
        return properties;
    }
}
