package org.orcacomet.store.rocksdb.internal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * How long the database's manifest is, and its checksum, which the next commit keeps in the database. RocksDB takes a
 * manifest that was cut short for an older one, and does not know the tables that were named in its end. The note is
 * taken once the manifest is on the disk, so it never asks for too much; what follows it in the manifest is not
 * compared, and a manifest of another name was begun later.
 */
final class ManifestNote {
    private static final String CURRENT = "CURRENT";

    private final Path database;
    private Optional<Path> manifest = Optional.empty();
    private long length;

    ManifestNote(Path database) {
        this.database = database;
    }

    /** What is to be kept; empty if the manifest is as it was when this was last asked. */
    Optional<byte[]> fresh() throws IOException {
        if (manifest.isPresent() && manifest.get().toFile().length() == length) {
            return Optional.empty();
        }
        Path file = current(database);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            channel.force(true);
        }
        byte[] content = Files.readAllBytes(file);
        manifest = Optional.of(file);
        length = content.length;
        return Optional.of(note(file, content).getBytes(StandardCharsets.US_ASCII));
    }

    /** The name of the manifest, if it is not what was kept. */
    static Optional<String> damaged(Path database, byte[] kept) throws IOException {
        String[] words = new String(kept, StandardCharsets.US_ASCII).split(" ", -1);
        Path file = current(database);
        if (!file.endsWith(words[0])) {
            return Optional.empty();
        }
        byte[] noted = Arrays.copyOf(Files.readAllBytes(file), Integer.parseInt(words[1]));
        boolean same = note(file, noted).equals(String.join(" ", words));
        return same ? Optional.empty() : Optional.of(words[0]);
    }

    private static Path current(Path database) throws IOException {
        return database.resolve(Files.readString(database.resolve(CURRENT), StandardCharsets.US_ASCII)
                .strip());
    }

    private static String note(Path manifest, byte[] content) {
        CRC32C sum = new CRC32C();
        sum.update(content);
        return manifest.getFileName() + " " + content.length + " " + Long.toHexString(sum.getValue());
    }
}
