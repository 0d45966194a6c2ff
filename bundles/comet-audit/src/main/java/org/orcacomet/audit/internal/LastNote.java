package org.orcacomet.audit.internal;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What is noted of an audit beside its lines, as these may be taken elsewhere.
 *
 * @param hash that of the last line that was on the disk
 * @param number that of the file that was put aside last; 0 if none was, or it is not known
 */
public record LastNote(String hash, int number) {
    private static final String NUMBER = "\\d{1,9}";

    /** The one in this file; empty if there is none. */
    public static Optional<LastNote> read(Path file) throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        List<String> lines = Files.readAllLines(file, StandardCharsets.ISO_8859_1);
        return lines.isEmpty() ? Optional.empty() : Optional.of(new LastNote(lines.get(0), number(lines)));
    }

    private static int number(List<String> lines) {
        return lines.size() > 1 && lines.get(1).matches(NUMBER) ? Integer.parseInt(lines.get(1)) : 0;
    }

    /** Writes it in place, which takes no room of a full disk. */
    void write(Path file) throws IOException {
        try (RandomAccessFile note = new RandomAccessFile(AuditFolder.made(file).toFile(), "rw")) {
            note.write((hash + "\n" + number + "\n").getBytes(StandardCharsets.US_ASCII));
        }
    }
}
