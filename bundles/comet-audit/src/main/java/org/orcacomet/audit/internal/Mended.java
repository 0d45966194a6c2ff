package org.orcacomet.audit.internal;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Where an audit was left, and how it goes on.
 *
 * @param length where the lines of the file that is written end
 * @param torn how many bytes of a line that was not written whole come after
 * @param hash that of the last line
 */
record Mended(long length, long torn, String hash) {
    /** What is in this folder. A kill leaves a torn line, or what was not used of the reserve; nobody was answered. */
    static Mended of(AuditFolder folder) throws IOException {
        Path current = AuditFolder.made(folder.current());
        try (Tail tail = Tail.of(current, Files.size(current))) {
            long length = tail.place();
            Optional<String> hash = tail.previous().map(line -> new Hash().of(line));
            return new Mended(length, torn(current, length), hash.isPresent() ? hash.get() : ofPutAside(folder));
        }
    }

    /** Where those have been taken elsewhere, the line is noted. */
    private static String ofPutAside(AuditFolder folder) throws IOException {
        List<Path> files = folder.putAside();
        for (int i = files.size() - 1; i >= 0; i--) {
            try (Tail tail = Tail.of(files.get(i), Files.size(files.get(i)))) {
                Optional<byte[]> line = tail.previous();
                if (line.isPresent()) {
                    return new Hash().of(line.get());
                }
            }
        }
        return LastNote.read(folder.last()).map(LastNote::hash).orElse(Hash.NONE);
    }

    private static long torn(Path file, long from) throws IOException {
        try (RandomAccessFile reader = new RandomAccessFile(file.toFile(), "r")) {
            reader.seek(from);
            long torn = 0;
            byte[] piece = new byte[1 << 16];
            for (int read = reader.read(piece); read > 0; read = reader.read(piece)) {
                for (int i = 0; i < read; i++) {
                    torn += piece[i] == 0 ? 0 : 1;
                }
            }
            return torn;
        }
    }
}
