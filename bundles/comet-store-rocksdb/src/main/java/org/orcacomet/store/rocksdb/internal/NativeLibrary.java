package org.orcacomet.store.rocksdb.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.rocksdb.NativeLibraryLoader;
import org.rocksdb.RocksDB;

/**
 * RocksDB's native library. It is unpacked beside the store and removed as soon as it is loaded: RocksDB itself would
 * leave 17 MB in the temporary folder each time that the process is killed, and would need that folder executable.
 */
final class NativeLibrary {
    private static final String PREFIX = "native-";

    private NativeLibrary() {}

    static synchronized void load(Path folder) throws IOException {
        removeAll(folder);
        Path temporary = Files.createTempDirectory(folder, PREFIX);
        try {
            NativeLibraryLoader.getInstance().loadLibrary(temporary.toString());
            RocksDB.loadLibrary();
        } catch (UnsatisfiedLinkError | RuntimeException e) {
            throw StoreUnusable.foreignPlatform(e);
        } finally {
            remove(temporary);
        }
    }

    private static void removeAll(Path folder) throws IOException {
        for (Path entry : entries(folder)) {
            if (entry.getFileName().toString().startsWith(PREFIX)) {
                remove(entry);
            }
        }
    }

    private static void remove(Path temporary) throws IOException {
        for (Path file : entries(temporary)) {
            Files.delete(file);
        }
        Files.delete(temporary);
    }

    private static List<Path> entries(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.toList();
        }
    }
}
