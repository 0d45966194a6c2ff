package org.orcacomet.http.internal.load;

import java.io.IOException;
import java.io.OutputStream;

/** An answer that is sent piece by piece, each of which has to be taken in time. For one thread, which waits for it. */
final class PacedOutput extends OutputStream {
    private final OutputStream out;
    private final Visit visit;
    private final byte[] piece = new byte[Visit.PIECE];
    private int filled;

    PacedOutput(OutputStream out, Visit visit) {
        this.out = out;
        this.visit = visit;
    }

    @Override
    public void write(int octet) throws IOException {
        write(new byte[] {(byte) octet}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        for (int done = 0; done < length; ) {
            int some = Math.min(length - done, piece.length - filled);
            System.arraycopy(bytes, offset + done, piece, filled, some);
            filled += some;
            done += some;
            if (filled == piece.length) {
                flush();
            }
        }
    }

    /** Sends what has gathered. */
    @Override
    public void flush() throws IOException {
        if (filled > 0) {
            visit.awaitsPiece();
            out.write(piece, 0, filled);
            visit.works();
            filled = 0;
        }
    }
}
