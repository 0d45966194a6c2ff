package org.orcacomet.store.rocksdb.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * What a store consists of, in its folder, in a backup, or in a copy that is still being made.
 *
 * @param dir the folder
 */
public record StoreFiles(Path dir) {
    /** The name of the database's folder. */
    public static final String DATABASE = "db";

    static final String ACKNOWLEDGED = "acknowledged";

    /** Where the database is to be. */
    public Path database() {
        return dir.resolve(DATABASE);
    }

    /** The number of the last commit that anyone was told of. */
    public Acknowledged acknowledged() {
        return new Acknowledged(dir.resolve(ACKNOWLEDGED));
    }

    /** Whether this process may read and write all of the database's files. */
    boolean isAccessible() throws StoreUnusable {
        try (Stream<Path> files = Files.walk(database())) {
            return files.allMatch(file -> Files.isReadable(file) && Files.isWritable(file));
        } catch (IOException | UncheckedIOException e) {
            throw StoreUnusable.notWritable(dir, e);
        }
    }

    /** When this returns, all of it is on the disk. */
    public void sync() throws IOException {
        for (Path file : Disk.entries(database())) {
            Disk.sync(file);
        }
        Disk.sync(database());
        Disk.sync(dir.resolve(ACKNOWLEDGED));
        Disk.sync(dir);
    }
}
