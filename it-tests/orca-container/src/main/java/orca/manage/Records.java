package orca.manage;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Records of one kind, each a file that is there as a whole or not at all, whenever the process is killed. */
final class Records {
    private static final String SUFFIX = ".properties";

    private final Path folder;

    Records(Path folder) {
        this.folder = folder;
    }

    Optional<Properties> read(String id) {
        Path file = file(id);
        return Files.exists(file) ? Optional.of(read(file)) : Optional.empty();
    }

    private static Properties read(Path file) {
        Properties record = new Properties();
        try (InputStream in = Files.newInputStream(file)) {
            record.load(in);
            return record;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void write(String id, Properties record) {
        try {
            Path unfinished = Files.createDirectories(folder).resolve(id + ".new");
            try (OutputStream out = Files.newOutputStream(unfinished)) {
                record.store(out, null);
            }
            Files.move(unfinished, file(id), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean remove(String id) {
        try {
            return Files.deleteIfExists(file(id));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All of them, by id. */
    TreeMap<String, Properties> all() {
        TreeMap<String, Properties> all = new TreeMap<>();
        if (!Files.exists(folder)) {
            return all;
        }
        try (Stream<Path> files = Files.list(folder)) {
            files.filter(file -> file.toString().endsWith(SUFFIX)).forEach(file -> all.put(id(file), read(file)));
            return all;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String id(Path file) {
        return file.getFileName().toString().replace(SUFFIX, "");
    }

    private Path file(String id) {
        return folder.resolve(id + SUFFIX);
    }
}
