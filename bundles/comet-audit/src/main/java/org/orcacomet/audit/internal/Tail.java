package org.orcacomet.audit.internal;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/** The lines of a file, from the last one back. It reads as much as it is asked for, a piece at a time. */
final class Tail implements AutoCloseable {
    private static final int PIECE = 1 << 20;

    private final RandomAccessFile file;
    private byte[] piece = new byte[0];
    private int end;
    private long start;

    private Tail(RandomAccessFile file, long end) {
        this.file = file;
        this.start = end;
    }

    /** The lines of this file before this place; what has no line feed there is no line. */
    static Tail of(Path path, long end) throws IOException {
        RandomAccessFile file = new RandomAccessFile(path.toFile(), "r");
        Tail tail = new Tail(file, Math.min(end, file.length()));
        tail.more();
        tail.end = tail.lineFeed(tail.end);
        return tail;
    }

    /** Reads what comes before what is left of this piece. */
    private boolean more() throws IOException {
        int before = (int) Math.min(start, PIECE);
        byte[] longer = new byte[before + end];
        file.seek(start - before);
        file.readFully(longer, 0, before);
        System.arraycopy(piece, 0, longer, before, end);
        piece = longer;
        end = longer.length;
        start -= before;
        return before > 0;
    }

    /** The place of the last line feed before this one, having read as much as it takes; -1 if there is none. */
    private int lineFeed(int before) throws IOException {
        int at = before - 1;
        while (true) {
            while (at >= 0 && piece[at] != '\n') {
                at--;
            }
            if (at >= 0) {
                return at;
            }
            int had = end;
            if (!more()) {
                return -1;
            }
            at = end - had - 1;
        }
    }

    /** Where the lines end that were not handed out; after a line feed, or at the beginning. */
    long place() {
        return start + end + 1;
    }

    /** The line before, without its line feed; empty at the beginning of the file. */
    Optional<byte[]> previous() throws IOException {
        if (end < 0) {
            return Optional.empty();
        }
        int feed = end;
        long absolute = start + feed;
        int before = lineFeed(feed);
        int last = (int) (absolute - start);
        byte[] line = Arrays.copyOfRange(piece, before + 1, last);
        end = before;
        return Optional.of(line);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
