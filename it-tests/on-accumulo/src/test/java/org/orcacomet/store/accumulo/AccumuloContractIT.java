package org.orcacomet.store.accumulo;

import java.io.IOException;
import java.util.List;
import org.apache.accumulo.core.client.AccumuloClient;
import org.apache.accumulo.core.client.BatchDeleter;
import org.apache.accumulo.core.data.Range;
import org.apache.accumulo.core.security.Authorizations;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.orcacomet.store.ScopeStore;
import org.orcacomet.store.testkit.ScopeStoreContract;

/** One table for all, which is emptied behind the store's back; what the store remembers of it must not matter. */
class AccumuloContractIT extends ScopeStoreContract {
    private static final AccumuloSettings SETTINGS = Accumulo.settings();

    private static AccumuloScopeStore store;
    private static AccumuloClient client;

    @BeforeAll
    static void open() throws IOException {
        store = Accumulo.open(SETTINGS);
        client = Accumulo.client();
    }

    @BeforeEach
    void empty() throws Exception {
        try (BatchDeleter deleter = client.createBatchDeleter(SETTINGS.table().name(), Authorizations.EMPTY, 1)) {
            deleter.setRanges(List.of(new Range()));
            deleter.delete();
        }
    }

    @AfterAll
    static void close() {
        store.close();
        client.close();
    }

    @Override
    protected ScopeStore store() {
        return store;
    }
}
