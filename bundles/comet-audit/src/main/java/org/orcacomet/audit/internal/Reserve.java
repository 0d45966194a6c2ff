package org.orcacomet.audit.internal;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Bytes of the disk that are taken already, so that a full one still takes as many. */
final class Reserve {
    private static final int PIECE = 1 << 16;

    private final Path file;
    private final long bytes;

    Reserve(Path file, long bytes) {
        this.file = file;
        this.bytes = bytes;
    }

    /** Whether it is on the disk. */
    boolean isThere() {
        return Files.exists(file);
    }

    /** How much must be free for it to be made, so that it does not take the last of what is there. */
    long bytesToMakeIt() {
        return 2 * bytes;
    }

    /** Has it on the disk, or does nothing if it is there. */
    void make() throws IOException {
        if (Files.exists(file) && Files.size(file) == bytes) {
            return;
        }
        if (Files.getFileStore(file.getParent()).getUsableSpace() < bytesToMakeIt()) {
            throw new IOException("there is no room for the audit's reserve");
        }
        Path made = file.resolveSibling("audit.reserve.new");
        try {
            Files.deleteIfExists(made);
            fill(AuditFolder.made(made));
            Files.move(made, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            Files.deleteIfExists(made);
            throw e;
        }
    }

    private void fill(Path made) throws IOException {
        try (RandomAccessFile out = new RandomAccessFile(made.toFile(), "rw")) {
            byte[] nothing = new byte[PIECE];
            for (long left = bytes; left > 0; left -= PIECE) {
                out.write(nothing, 0, (int) Math.min(PIECE, left));
            }
            out.getFD().sync();
        }
    }

    /** Has its bytes used as this file. */
    void becomes(Path log) throws IOException {
        Files.move(file, log, StandardCopyOption.ATOMIC_MOVE);
    }
}
