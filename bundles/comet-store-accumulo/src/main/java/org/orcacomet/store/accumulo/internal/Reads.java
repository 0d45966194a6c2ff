package org.orcacomet.store.accumulo.internal;

import java.util.List;
import java.util.Optional;
import org.apache.accumulo.core.data.Key;
import org.orcacomet.api.ContextId;
import org.orcacomet.api.Family;
import org.orcacomet.store.Listing;
import org.orcacomet.store.ScopeStore.Visitor;
import org.orcacomet.store.StoreUnavailable;
import org.orcacomet.store.Verification;

/** What is listed; always asked of Accumulo. */
public final class Reads {
    private final Connection connection;
    private final Calls calls;

    /** Reads where this connection leads, by these calls. */
    public Reads(Connection connection, Calls calls) {
        this.connection = connection;
        this.calls = calls;
    }

    /** The records of a context, or of one of its families. */
    public Listing list(ContextId context, Optional<Family> family) throws StoreUnavailable {
        return calls.make(deadline -> connection.session().list(context, family));
    }

    /** The next contexts after this one. */
    public List<ContextId> contexts(Optional<ContextId> after, int limit) throws StoreUnavailable {
        return calls.make(deadline -> connection.session().contexts(after, limit));
    }

    /** Looks at the cells of a context. */
    public Verification verify(ContextId context) throws StoreUnavailable {
        return calls.make(deadline -> connection.session().verify(context));
    }

    /** Shows all, a page by a call; the visitor is called on the caller's own thread. */
    public void scan(Visitor visitor) throws StoreUnavailable {
        Optional<Key> last = Optional.empty();
        do {
            Optional<Key> after = last;
            Page page = calls.make(deadline -> connection.session().page(after));
            page.show(visitor);
            last = page.last();
        } while (last.isPresent());
    }

    /** Returns if Accumulo takes writes. */
    public void probe() throws StoreUnavailable {
        calls.make(deadline -> {
            connection.session().probe();
            return true;
        });
    }
}
