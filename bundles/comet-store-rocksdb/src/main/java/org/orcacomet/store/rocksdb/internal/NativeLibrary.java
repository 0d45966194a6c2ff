package org.orcacomet.store.rocksdb.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
            Disk.removeAll(temporary);
        }
    }

    private static void removeAll(Path folder) throws IOException {
        for (Path entry : Disk.entries(folder)) {
            if (entry.getFileName().toString().startsWith(PREFIX)) {
                Disk.removeAll(entry);
            }
        }
    }
}
