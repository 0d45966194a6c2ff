package org.orcacomet.benchmarks.store;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.WriteBatch;
import org.rocksdb.WriteOptions;

/** RocksDB as it comes: a batch, and one sync. */
final class Rocks implements BareStore {
    private final Options options = new Options().setCreateIfMissing(true);
    private final WriteOptions durable = new WriteOptions().setSync(true);
    private final RocksDB rocks;

    Rocks(Path folder) throws IOException {
        try {
            rocks = RocksDB.open(options, folder.toString());
        } catch (RocksDBException e) {
            throw new IOException(e);
        }
    }

    @Override
    public void commit(List<Entry> entries) throws IOException {
        try (WriteBatch batch = new WriteBatch()) {
            for (Entry entry : entries) {
                batch.put(entry.name(), entry.value());
            }
            rocks.write(durable, batch);
        } catch (RocksDBException e) {
            throw new IOException(e);
        }
    }

    @Override
    public void close() {
        rocks.close();
        durable.close();
        options.close();
    }
}
