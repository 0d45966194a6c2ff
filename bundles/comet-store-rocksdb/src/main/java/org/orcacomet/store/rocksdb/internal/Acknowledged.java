package org.orcacomet.store.rocksdb.internal;

import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The number of the last commit that anyone was told of, in a file beside the database. A database that has fewer has
 * lost some, whatever its own files say: RocksDB takes a log that was cut short for one that a crash left so. The file
 * is not synced: a kill loses nothing of it, and after a power failure an older number is there, which asks for less.
 */
public final class Acknowledged implements Closeable {
    private final Path path;
    private Optional<RandomAccessFile> file = Optional.empty();

    /** The number in this file. */
    Acknowledged(Path path) {
        this.path = path;
    }

    /** The number; 0 if there is none. */
    public long number() throws IOException {
        if (!Files.exists(path)) {
            return 0;
        }
        byte[] stored = Files.readAllBytes(path);
        return stored.length == Long.BYTES ? ByteBuffer.wrap(stored).getLong() : 0;
    }

    /** From now on it is this. */
    public void set(long number) throws IOException {
        RandomAccessFile open = opened();
        open.seek(0);
        open.write(ByteBuffer.allocate(Long.BYTES).putLong(number).array());
    }

    private RandomAccessFile opened() throws IOException {
        if (file.isEmpty()) {
            file = Optional.of(new RandomAccessFile(path.toFile(), "rw"));
        }
        return file.get();
    }

    @Override
    public void close() throws IOException {
        if (file.isPresent()) {
            file.get().close();
        }
    }
}
