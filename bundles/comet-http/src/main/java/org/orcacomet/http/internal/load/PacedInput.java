package org.orcacomet.http.internal.load;

import java.io.IOException;
import java.io.InputStream;

/** A body that is taken piece by piece, each of which has to come in time. For one thread, which waits for it. */
final class PacedInput extends InputStream {
    private final InputStream in;
    private final Visit visit;
    private final byte[] piece = new byte[Visit.PIECE];
    private int from;
    private int to;

    PacedInput(InputStream in, Visit visit) {
        this.in = in;
        this.visit = visit;
    }

    @Override
    public int read() throws IOException {
        return hasMore() ? Byte.toUnsignedInt(piece[from++]) : -1;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (!hasMore()) {
            return -1;
        }
        int some = Math.min(length, to - from);
        System.arraycopy(piece, from, bytes, offset, some);
        from += some;
        return some;
    }

    private boolean hasMore() throws IOException {
        if (from == to) {
            visit.awaitsPiece();
            from = 0;
            to = in.readNBytes(piece, 0, piece.length);
            visit.works();
        }
        return from < to;
    }
}
