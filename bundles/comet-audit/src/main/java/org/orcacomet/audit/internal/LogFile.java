package org.orcacomet.audit.internal;

import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;

/**
 * A file to which lines are added. Whoever writes is one at a time; it may be synced meanwhile. It is no channel, since
 * a channel is closed when a thread that writes is interrupted.
 */
final class LogFile implements Closeable {
    private final RandomAccessFile file;
    private long length;
    private volatile boolean dirty;

    private LogFile(RandomAccessFile file, long length) {
        this.file = file;
        this.length = length;
    }

    /** Opens it, or makes it, and goes on after so many of its bytes. */
    static LogFile open(Path path, long length) throws IOException {
        RandomAccessFile file = new RandomAccessFile(AuditFolder.made(path).toFile(), "rw");
        try {
            file.seek(length);
            return new LogFile(file, length);
        } catch (IOException e) {
            file.close();
            throw e;
        }
    }

    /** Adds these bytes, all of them or, as far as that can be had, none. */
    void append(byte[] bytes) throws IOException {
        dirty = true;
        try {
            file.write(bytes);
            length += bytes.length;
        } catch (IOException e) {
            trim();
            file.seek(length);
            throw e;
        }
    }

    /** Cuts off what comes after its lines. */
    void trim() throws IOException {
        file.setLength(length);
    }

    /** Where its lines end. */
    long length() {
        return length;
    }

    /** Returns when what was added before is on the disk. It can be tried again. */
    void sync() throws IOException {
        if (dirty) {
            dirty = false;
            try {
                file.getFD().sync();
            } catch (IOException e) {
                dirty = true;
                throw e;
            }
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
