package orca.shirako.core;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A table of the database: a folder with one file of properties for each row. */
public final class Table {
    private static final String END = ".properties";

    private final Path folder;
    private final BooleanSupplier frozen;

    Table(Path folder, BooleanSupplier frozen) {
        this.folder = folder;
        this.frozen = frozen;
    }

    /** Writes a row, whole or not at all; when this returns it survives a kill. */
    public void put(String key, Properties row) {
        if (frozen.getAsBoolean()) {
            return;
        }
        Path part = folder.resolve(key + ".part");
        try {
            Files.createDirectories(folder);
            try (OutputStream out = Files.newOutputStream(part)) {
                row.store(out, null);
            }
            Files.move(part, file(key), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A row. */
    public Optional<Properties> get(String key) {
        if (!Files.exists(file(key))) {
            return Optional.empty();
        }
        Properties row = new Properties();
        try (InputStream in = Files.newInputStream(file(key))) {
            row.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Optional.of(row);
    }

    /** The keys of all rows, in their order. */
    public List<String> keys() {
        if (!Files.isDirectory(folder)) {
            return Collections.emptyList();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(END))
                    .map(name -> name.substring(0, name.length() - END.length()))
                    .sorted()
                    .collect(Collectors.toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Removes a row, if it is there. */
    public void remove(String key) {
        if (frozen.getAsBoolean()) {
            return;
        }
        try {
            Files.deleteIfExists(file(key));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where a row is. */
    public Path file(String key) {
        return folder.resolve(key + END);
    }
}
