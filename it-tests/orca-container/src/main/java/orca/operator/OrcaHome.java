package orca.operator;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collections;
import java.util.List;
import java.util.Properties;

/** The home of an ORCA: configuration, packages to start with, log, trace and database. */
public final class OrcaHome {
    private final Path folder;

    private OrcaHome(Path folder) {
        this.folder = folder;
    }

    /** The one in this folder, which is made if it is not there. */
    public static OrcaHome in(Path folder) throws IOException {
        Files.createDirectories(folder.resolve("config"));
        Files.createDirectories(folder.resolve("startup"));
        return new OrcaHome(folder);
    }

    /** Where it is. */
    public Path folder() {
        return folder;
    }

    /** Sets a property in orca.properties. */
    public OrcaHome set(String key, String value) throws IOException {
        Properties properties = read(configuration());
        properties.setProperty(key, value);
        try (OutputStream out = Files.newOutputStream(configuration())) {
            properties.store(out, null);
        }
        return this;
    }

    /** orca.properties. */
    public Path configuration() {
        return folder.resolve("config/orca.properties");
    }

    private static Properties read(Path file) throws IOException {
        Properties properties = new Properties();
        if (Files.exists(file)) {
            try (InputStream in = Files.newInputStream(file)) {
                properties.load(in);
            }
        }
        return properties;
    }

    /** Puts a package where the next boot finds it, in the place of one of the same file name. */
    public OrcaHome install(Path archive) throws IOException {
        Files.copy(archive, startup(archive), StandardCopyOption.REPLACE_EXISTING);
        return this;
    }

    /** Takes a package away, as one does who does not know better. */
    public void takeAway(Path archive) throws IOException {
        Files.delete(startup(archive));
    }

    private Path startup(Path archive) {
        return folder.resolve("startup").resolve(archive.getFileName());
    }

    /** The lines of the trace of the last boot. */
    public List<String> trace() throws IOException {
        return lines(folder.resolve("logs/trace.txt"));
    }

    /** The lines of ORCA's log, of all boots. */
    public List<String> log() throws IOException {
        return lines(folder.resolve("logs/orca.log"));
    }

    private static List<String> lines(Path file) throws IOException {
        return Files.exists(file) ? Files.readAllLines(file, StandardCharsets.UTF_8) : Collections.emptyList();
    }

    /** The stored properties of a reservation's unit; empty if there is none. */
    public Properties unit(String reservation) throws IOException {
        return read(folder.resolve("db/units/" + reservation + ".properties"));
    }

    /** Starts it: this JVM, this class path, these further JVM options. */
    public OrcaProcess boot(Path java, String classPath, String... options) throws IOException {
        return OrcaProcess.start(this, java, classPath, options);
    }
}
