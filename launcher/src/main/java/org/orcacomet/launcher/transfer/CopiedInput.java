package org.orcacomet.launcher.transfer;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** What is read of one stream is written to another. */
final class CopiedInput extends InputStream {
    /** The copy cannot be written. */
    static final class Unwritable extends IOException {
        private static final long serialVersionUID = 1L;

        private Unwritable(IOException cause) {
            super(cause.getMessage(), cause);
        }
    }

    private final InputStream in;
    private final OutputStream copy;
    private final Progress progress;

    CopiedInput(InputStream in, OutputStream copy, Progress progress) {
        this.in = in;
        this.copy = copy;
        this.progress = progress;
    }

    @Override
    public int read() throws IOException {
        byte[] octet = new byte[1];
        return read(octet, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(octet[0]);
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int some = in.read(bytes, offset, length);
        if (some > 0) {
            write(bytes, offset, some);
            progress.add(some);
        }
        return some;
    }

    private void write(byte[] bytes, int offset, int length) throws Unwritable {
        try {
            copy.write(bytes, offset, length);
        } catch (IOException e) {
            throw new Unwritable(e);
        }
    }
}
