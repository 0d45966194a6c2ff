package org.orcacomet.benchmarks.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** A file that is written to its end, and fdatasync: what the disk can do. */
final class LogFile implements BareStore {
    private final FileChannel file;
    private ByteBuffer buffer = ByteBuffer.allocateDirect(1 << 16);

    LogFile(Path file) throws IOException {
        this.file = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    }

    @Override
    public void commit(List<Entry> entries) throws IOException {
        int length = entries.stream()
                .mapToInt(entry -> entry.name().length + entry.value().length)
                .sum();
        buffer = buffer.capacity() < length ? ByteBuffer.allocateDirect(length) : buffer.clear();
        entries.forEach(entry -> buffer.put(entry.name()).put(entry.value()));
        buffer.flip();
        while (buffer.hasRemaining()) {
            file.write(buffer);
        }
        file.force(false);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
