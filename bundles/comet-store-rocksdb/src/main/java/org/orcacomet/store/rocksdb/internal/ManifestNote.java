package org.orcacomet.store.rocksdb.internal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * How long the database's manifest was when it was last looked at, and its checksum. RocksDB takes a manifest that was
 * cut short for an older one, and removes the files that it then does not know. The note is taken after the manifest is
 * on the disk, so it never asks for too much; a manifest of another name was begun later, and is not compared.
 */
final class ManifestNote {
    private static final String CURRENT = "CURRENT";

    private final Path note;
    private final Path database;
    private Optional<Path> noted = Optional.empty();
    private long length;

    ManifestNote(Path note, Path database) {
        this.note = note;
        this.database = database;
    }

    /** The name of the manifest that is not what was noted; empty if it is, or another one is in use. */
    Optional<String> damaged() throws IOException {
        if (!Files.exists(note) || !Files.exists(database.resolve(CURRENT))) {
            return Optional.empty();
        }
        Path manifest = current();
        List<String> words =
                List.of(Files.readString(note, StandardCharsets.ISO_8859_1).split("\\s", -1));
        if (!words.get(0).equals(manifest.getFileName().toString())) {
            return Optional.empty();
        }
        byte[] found = Files.exists(manifest) ? Files.readAllBytes(manifest) : new byte[0];
        boolean whole =
                words.size() > 1 && line(manifest, head(found, words.get(1))).equals(String.join(" ", words));
        return whole ? Optional.empty() : Optional.of(words.get(0));
    }

    /** Takes it anew, if the manifest has grown or is another one. */
    void take() throws IOException {
        if (noted.isEmpty() || noted.get().toFile().length() != length) {
            Path manifest = current();
            sync(manifest);
            byte[] content = Files.readAllBytes(manifest);
            write(line(manifest, content));
            noted = Optional.of(manifest);
            length = content.length;
        }
    }

    private Path current() throws IOException {
        String name = Files.readString(database.resolve(CURRENT), StandardCharsets.ISO_8859_1);
        return database.resolve(name.strip().replace("/", "").replace("\0", ""));
    }

    private static byte[] head(byte[] content, String length) {
        boolean within = length.matches("\\d{1,9}") && Integer.parseInt(length) <= content.length;
        return within ? Arrays.copyOf(content, Integer.parseInt(length)) : content;
    }

    private static String line(Path manifest, byte[] content) {
        CRC32C sum = new CRC32C();
        sum.update(content);
        return manifest.getFileName() + " " + content.length + " " + Long.toHexString(sum.getValue());
    }

    private void write(String line) throws IOException {
        Path fresh = note.resolveSibling(note.getFileName() + ".new");
        try (FileChannel file = FileChannel.open(
                fresh, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            file.write(ByteBuffer.wrap(line.getBytes(StandardCharsets.ISO_8859_1)));
            file.force(true);
        }
        Files.move(fresh, note, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void sync(Path manifest) throws IOException {
        try (FileChannel file = FileChannel.open(manifest, StandardOpenOption.READ)) {
            file.force(true);
        }
    }
}
