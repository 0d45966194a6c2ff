package org.orcacomet.service.admin;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.orcacomet.api.ContextId;
import org.orcacomet.store.ScopeStore;
import org.orcacomet.store.StoreUnavailable;
import org.orcacomet.store.Verification;

/** Looks at contexts where they are kept, and gathers what is wrong. For one thread. */
final class Inspection {
    private final ScopeStore store;
    private final List<Fault> faults = new ArrayList<>();
    private long records;

    /** Of this store, with faults of its files that are known. */
    Inspection(ScopeStore store, List<String> files) {
        this.store = store;
        files.forEach(file -> faults.add(new Fault(Optional.empty(), Optional.empty(), file)));
    }

    /** The next contexts; none if the names themselves are in a file that is known to be damaged. */
    List<ContextId> contexts(Optional<ContextId> after, int limit) throws StoreUnavailable {
        try {
            return store.contexts(after, limit);
        } catch (StoreUnavailable e) {
            if (faults.isEmpty()) {
                throw e;
            }
            return List.of();
        }
    }

    VerifiedPage page(List<ContextId> contexts, Optional<ContextId> next) throws StoreUnavailable {
        for (ContextId context : contexts) {
            look(context);
        }
        return new VerifiedPage(contexts.size(), records, faults, next);
    }

    private void look(ContextId context) throws StoreUnavailable {
        Verification verification = store.verify(context);
        records += verification.records();
        verification
                .faults()
                .forEach(fault -> faults.add(new Fault(Optional.of(context), fault.scope(), fault.fault())));
    }
}
