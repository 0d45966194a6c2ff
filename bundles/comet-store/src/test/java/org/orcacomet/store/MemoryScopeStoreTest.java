package org.orcacomet.store;

import org.orcacomet.store.testkit.ScopeStoreContract;

class MemoryScopeStoreTest extends ScopeStoreContract {
    private final ScopeStore store = new MemoryScopeStore();

    @Override
    protected ScopeStore store() {
        return store;
    }
}
