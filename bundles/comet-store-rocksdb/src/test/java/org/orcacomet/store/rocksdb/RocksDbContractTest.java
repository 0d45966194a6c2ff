package org.orcacomet.store.rocksdb;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.orcacomet.store.ScopeStore;
import org.orcacomet.store.testkit.ScopeStoreContract;

class RocksDbContractTest extends ScopeStoreContract {
    @TempDir
    Path dir;

    private RocksDbScopeStore store;

    @BeforeEach
    void open() throws IOException {
        store = RocksDbScopeStore.open(dir);
    }

    @AfterEach
    void close() throws IOException {
        store.close();
    }

    @Override
    protected ScopeStore store() {
        return store;
    }
}
