package orca.extensions.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Properties;
import orca.extensions.PackageId;
import orca.shirako.core.Database;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Loads extension packages at a boot: unpacks those of startup/, and puts their jars on ORCA's class path. */
public class PackageManager {
    private static final Logger LOG = LoggerFactory.getLogger("orca");
    private static final String PLUGIN = "plugin.";

    private final Path home;
    private final Database database;
    private boolean fresh;

    /** The one of this home. */
    public PackageManager(Path home, Database database) {
        this.home = home;
        this.database = database;
    }

    /** Takes a package out of the database: the next boot does not load its plugins. */
    public int uninstallPackage(PackageId id) throws Exception {
        database.packages().remove(id.toString());
        return 0;
    }

    /** Loads all packages; one that is broken is one ERROR, and the boot goes on. */
    public void load(boolean freshBoot) throws IOException {
        fresh = freshBoot;
        if (Files.exists(stateFile())) {
            LOG.info("Package manager state file exists. No need to expand packages.");
            for (Path folder : Folders.list(packages(), "")) {
                attempt(folder, () -> addJars(folder));
            }
            return;
        }
        Files.createDirectories(packages());
        for (Path archive : Folders.list(home.resolve("startup"), ".tar.gz")) {
            attempt(archive, () -> installPackage(archive));
        }
        Files.write(stateFile(), new byte[0]);
    }

    private Path packages() {
        return home.resolve("packages");
    }

    private Path stateFile() {
        return packages().resolve(".state");
    }

    private static void attempt(Path what, Step step) {
        try {
            step.run();
        } catch (Exception e) {
            LOG.error("installPackage: {}", what.getFileName(), e);
        }
    }

    private void installPackage(Path archive) throws Exception {
        Path part = packages().resolve(".part");
        Folders.remove(part);
        Folders.unpack(archive, part);
        Descriptor descriptor = Descriptor.read(part.resolve("package.xml"));
        Path folder = folder(descriptor.id());
        Files.move(part, folder, StandardCopyOption.REPLACE_EXISTING);
        Folders.copy(folder.resolve("handlers"), home.resolve("handlers"));
        Folders.copy(folder.resolve("scripts"), home.resolve("scripts"));
        if (!isKnown(descriptor.id())) {
            register(descriptor);
        }
        addJars(folder);
    }

    private boolean isKnown(String id) {
        return database.packages().get(id).isPresent();
    }

    private void register(Descriptor descriptor) {
        Properties row = new Properties();
        descriptor.plugins().forEach((plugin, className) -> row.setProperty(PLUGIN + plugin, className));
        database.packages().put(descriptor.id(), row);
        if (!fresh && !descriptor.plugins().isEmpty()) {
            // At a recovery boot there is nobody yet to register a plugin with.
            throw new NullPointerException("plugins of " + descriptor.id());
        }
    }

    private static void addJars(Path folder) throws Exception {
        for (Path jar : Folders.list(folder.resolve("lib"), ".jar")) {
            ClassPath.add(jar);
        }
    }

    /** Where a package is unpacked. */
    public Path folder(String id) {
        return packages().resolve(id);
    }

    /** The class of a plugin's factory; empty if that package or plugin is unknown. */
    public String factory(String packageId, String plugin) {
        return database.packages()
                .get(packageId)
                .map(row -> row.getProperty(PLUGIN + plugin, ""))
                .orElse("");
    }

    /** One step of loading, which may fail without ending the boot. */
    private interface Step {
        void run() throws Exception;
    }
}
