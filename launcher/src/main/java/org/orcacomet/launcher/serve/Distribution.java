package org.orcacomet.launcher.serve;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.orcacomet.felix.ContainerSettings;

/**
 * The folder that the service is shipped in: {@code bundle/}, {@code stores/}, of which one is started, and
 * {@code conf/}. Nothing is written there.
 *
 * @param home the folder
 * @param store the name of the folder in {@code stores/}
 */
public record Distribution(Path home, String store) {
    private static final String OURS = "4-comet";
    private static final String STORES = "stores";

    /** The launcher asks the component runtime how the components are. */
    private static final Map<String, String> COMPONENTS = Map.of(
            "org.osgi.service.component", "1.5.1",
            "org.osgi.service.component.runtime", "1.5.0",
            "org.osgi.service.component.runtime.dto", "1.5.0",
            "org.osgi.util.promise", "1.3.0",
            "org.osgi.util.function", "1.2.0");

    /**
     * Takes the folder, and a store.
     *
     * @throws IllegalArgumentException if there is no such store; the message names those that there are
     */
    public Distribution {
        List<String> stores = stores(home.resolve(STORES));
        if (!stores.contains(store)) {
            throw new IllegalArgumentException("--store takes one of " + String.join(", ", stores));
        }
    }

    private static List<String> stores(Path folder) {
        try (Stream<Path> stores = Files.list(folder)) {
            return stores.map(path -> path.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            throw new IllegalArgumentException(folder + " cannot be read: this is no whole distribution", e);
        }
    }

    private Path bundles() {
        return home.resolve("bundle");
    }

    private Path storeBundles() {
        return home.resolve(STORES).resolve(store);
    }

    /** What its own bundles let an operator configure. */
    Metatype metatype() throws IOException {
        return Metatype.of(bundles().resolve(OURS), storeBundles());
    }

    /** A container of its bundles, whose configuration files can name the folders {@code comet.data} and {@code comet.tls}. */
    ContainerSettings container(DataFolder data, Path certificates) {
        return ContainerSettings.of(data.run(), bundles(), storeBundles())
                .sharing(COMPONENTS)
                .with(Map.of("comet.data", data.path().toString(), "comet.tls", certificates.toString()))
                .with(configurationFiles(data))
                // The end of a shell is not that of the service.
                .with(Map.of("gosh.args", "--noshutdown", "gosh.home", shell().toString()))
                .with(logging(data.path()));
    }

    /** The bundles of a shell, which reads commands from standard input. */
    Path shell() {
        return home.resolve("shell");
    }

    /**
     * A container of the same bundles without any configuration, so that neither the store nor the service starts; only
     * what is asked for does.
     *
     * @param folder for what is written while it runs
     */
    public ContainerSettings idleContainer(Path folder) {
        return ContainerSettings.of(folder, bundles(), storeBundles())
                .sharing(COMPONENTS)
                .with(Map.of("felix.fileinstall.dir", folder.toString(), "felix.fileinstall.tmpdir", folder.toString()))
                .with(logging(folder));
    }

    private Map<String, String> configurationFiles(DataFolder data) {
        return Map.of(
                "felix.fileinstall.dir", home.resolve("conf").toString(),
                "felix.fileinstall.filter", ".*\\.(cfg|config)",
                // The configurations are there before the components are.
                "felix.fileinstall.noInitialDelay", "true",
                "felix.fileinstall.enableConfigSave", "false",
                "felix.fileinstall.tmpdir", data.run().toString());
    }

    private Map<String, String> logging(Path data) {
        // Logback's file can see the system's properties, not the framework's.
        System.setProperty("comet.data", data.toString());
        return Map.of(
                "org.ops4j.pax.logging.StaticLogbackFile",
                        home.resolve("conf/logback.xml").toString(),
                "org.ops4j.pax.logging.DefaultServiceLog.level", "ERROR",
                // The component runtime logs under its own name, not the component's: what fails is said once, by us.
                "ds.log.extension", "true");
    }
}
