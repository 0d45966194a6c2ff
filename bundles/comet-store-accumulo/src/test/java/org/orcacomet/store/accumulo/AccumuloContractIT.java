package org.orcacomet.store.accumulo;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.orcacomet.store.ScopeStore;
import org.orcacomet.store.testkit.ScopeStoreContract;

class AccumuloContractIT extends ScopeStoreContract {
    private AccumuloScopeStore store;

    @BeforeEach
    void open() throws IOException {
        store = AccumuloScopeStore.open(Accumulo.settings());
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Override
    protected ScopeStore store() {
        return store;
    }
}
