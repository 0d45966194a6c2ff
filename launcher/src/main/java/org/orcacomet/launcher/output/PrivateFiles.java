package org.orcacomet.launcher.output;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** New files and folders that never were, not for a moment, more open than they are to be. */
public final class PrivateFiles {
    private PrivateFiles() {}

    /** A folder that its owner alone can look into, and the folders above it; one that is there is left as it is. */
    public static void createFolder(Path folder) throws IOException {
        Files.createDirectories(folder, PosixFilePermissions.asFileAttribute(modes("rwx------")));
    }

    /** A file that was not there; a secret one can be read by its owner alone. */
    public static void create(Path file, byte[] content, boolean secret) throws IOException {
        Set<PosixFilePermission> modes = modes(secret ? "rw-------" : "rw-r--r--");
        Set<StandardOpenOption> options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try (SeekableByteChannel channel =
                Files.newByteChannel(file, options, PosixFilePermissions.asFileAttribute(modes))) {
            channel.write(ByteBuffer.wrap(content));
        }
    }

    private static Set<PosixFilePermission> modes(String text) {
        return PosixFilePermissions.fromString(text);
    }
}
