package org.orcacomet.benchmarks.store;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.orcacomet.benchmarks.load.Language;
import org.orcacomet.benchmarks.load.LocalWire;
import org.orcacomet.benchmarks.load.Operation;
import org.orcacomet.benchmarks.load.Peer;
import org.orcacomet.benchmarks.load.Wire;
import org.orcacomet.store.rocksdb.RocksDbScopeStore;

/** A store in the benchmark's own process, written to by as many threads as there are connections. */
public final class StorePeer implements Peer {
    /** What a thread does to it. */
    private interface Writing {
        void write(Entry entry) throws IOException;
    }

    private final String name;
    private final Closeable store;
    private final Writing writing;

    private StorePeer(String name, Closeable store, Writing writing) {
        this.name = name;
        this.store = store;
        this.writing = writing;
    }

    /** The service's. */
    public static StorePeer comet(Path folder) throws IOException {
        RocksDbScopeStore store = RocksDbScopeStore.open(folder);
        ScopeWriter writer = new ScopeWriter(store);
        return new StorePeer(
                "comet's store",
                store::close,
                entry -> writer.write(entry.place(), new String(entry.value(), StandardCharsets.UTF_8)));
    }

    /** RocksDB under a bare group commit. */
    public static StorePeer rocks(Path folder) throws IOException {
        return grouped("rocksdb", new Rocks(folder));
    }

    /** A log file under a bare group commit. */
    public static StorePeer log(Path file) throws IOException {
        return grouped("fdatasync", new LogFile(file));
    }

    private static StorePeer grouped(String name, BareStore store) {
        return new StorePeer(name, store, new GroupCommit(store)::write);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public long pid() {
        return ProcessHandle.current().pid();
    }

    @Override
    public boolean answers(Operation operation) {
        return operation == Operation.WRITE;
    }

    @Override
    public Language language() {
        return Entry.LANGUAGE;
    }

    @Override
    public Wire connect() {
        return (LocalWire) request -> {
            writing.write(Entry.of(request));
            return request.length;
        };
    }

    @Override
    public void close() {
        try {
            store.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
