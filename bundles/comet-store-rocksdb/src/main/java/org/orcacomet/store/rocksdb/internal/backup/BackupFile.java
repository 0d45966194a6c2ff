package org.orcacomet.store.rocksdb.internal.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.HexFormat;

/**
 * A file of a backup.
 *
 * @param name its name in the backup, with the folder that it is in
 * @param bytes how many bytes it has
 * @param sha256 their SHA-256
 */
record BackupFile(String name, long bytes, String sha256) {
    private static final int BUFFER = 1 << 20;

    /** Has this file of a store in a backup too: under another name where that can be, else as a copy. */
    static BackupFile take(Path file, Path backup, String name) throws IOException {
        Path target = backup.resolve(name);
        try {
            Files.createLink(target, file);
        } catch (FileSystemException | UnsupportedOperationException onAnotherDisk) {
            return copy(file, target, name);
        }
        return digested(target, OutputStream.nullOutputStream(), name);
    }

    /** What was copied of the backup to this file; it is to be the same as this. */
    BackupFile copy(Path backup, Path target) throws IOException {
        return copy(backup.resolve(name), target, name);
    }

    private static BackupFile copy(Path file, Path target, String name) throws IOException {
        try (OutputStream out =
                Files.newOutputStream(target, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            return digested(file, out, name);
        }
    }

    private static BackupFile digested(Path file, OutputStream out, String name) throws IOException {
        MessageDigest digest = Sha256.digest();
        byte[] buffer = new byte[BUFFER];
        long bytes = 0;
        try (InputStream in = Files.newInputStream(file)) {
            for (int some = in.read(buffer); some >= 0; some = in.read(buffer)) {
                digest.update(buffer, 0, some);
                out.write(buffer, 0, some);
                bytes += some;
            }
        }
        return new BackupFile(name, bytes, HexFormat.of().formatHex(digest.digest()));
    }
}
