package org.orcacomet.service.admin;

import java.util.List;
import java.util.Optional;
import org.orcacomet.api.CometException;
import org.orcacomet.api.CometUnavailable;
import org.orcacomet.api.ContextId;
import org.orcacomet.api.ScopeKey;
import org.orcacomet.service.internal.Unavailable;
import org.orcacomet.store.ScopeStore;

/**
 * What the operator sees whose process this is: values too, but never a token or its hash. Looking at a scope does not
 * renew it. Safe for use by many threads.
 */
public final class Console {
    private final ScopeStore store;
    private final Administration administration;

    /** That of this store; {@link org.orcacomet.service.CometService#console} makes it. */
    public Console(ScopeStore store, Administration administration) {
        this.store = store;
        this.administration = administration;
    }

    /**
     * The next contexts, at most so many.
     *
     * @throws CometUnavailable if the store does not answer
     */
    public ContextPage contexts(Optional<ContextId> after, int limit) throws CometUnavailable {
        return administration.contexts(after, limit);
    }

    /**
     * The scopes of this context.
     *
     * @throws CometException if nothing was ever written there, or the store does not answer
     */
    public ContextScopes context(ContextId context) throws CometException {
        return administration.context(context);
    }

    /**
     * A scope, a deleted one too; empty if there is none.
     *
     * @throws CometUnavailable if the store does not answer
     */
    public Optional<ScopeContent> read(ScopeKey key) throws CometUnavailable {
        return Unavailable.answer(() -> store.read(key).flatMap(administration.survey()::content));
    }

    /**
     * All scopes of a context, deleted ones too, in the order of family and key.
     *
     * @throws CometUnavailable if the store does not answer
     */
    public List<ScopeContent> contents(ContextId context) throws CometUnavailable {
        return Unavailable.answer(() -> administration.survey().contents(store.list(context)));
    }
}
