package org.orcacomet.store.accumulo;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.orcacomet.api.ContextId;
import org.orcacomet.api.Family;
import org.orcacomet.api.Revision;
import org.orcacomet.api.ScopeKey;
import org.orcacomet.store.ChangeSet;
import org.orcacomet.store.Listing;
import org.orcacomet.store.ScopeRecord;
import org.orcacomet.store.ScopeStore;
import org.orcacomet.store.StoreConflict;
import org.orcacomet.store.StoreUnavailable;
import org.orcacomet.store.Verification;
import org.orcacomet.store.accumulo.internal.Calls;
import org.orcacomet.store.accumulo.internal.Connection;
import org.orcacomet.store.accumulo.internal.Deadline;
import org.orcacomet.store.accumulo.internal.Reads;
import org.orcacomet.store.accumulo.internal.Stripes;
import org.orcacomet.store.accumulo.internal.Watch;
import org.orcacomet.store.accumulo.internal.Writes;

/**
 * The scopes in a table of Apache Accumulo. Any number of these may share the table, in as many processes: each sees
 * what any other has written, and none undoes it. No call takes longer than its time-out.
 */
public final class AccumuloScopeStore implements ScopeStore, AutoCloseable {
    private final Connection connection;
    private final Calls calls;
    private final Reads reads;
    private final Writes writes;
    private final Stripes stripes = new Stripes();

    private AccumuloScopeStore(Connection connection, Calls calls) {
        this.connection = connection;
        this.calls = calls;
        this.reads = new Reads(connection, calls);
        this.writes = new Writes(connection);
    }

    /**
     * Opens the store; makes its table if it is not there. If Accumulo does not answer for a while it is open
     * nevertheless: its calls end with {@link StoreUnavailable} until Accumulo does.
     *
     * @throws IOException if it cannot work; the message is one sentence for the operator
     */
    public static AccumuloScopeStore open(AccumuloSettings settings) throws IOException {
        Watch watch = new Watch(settings.login().instance());
        return new AccumuloScopeStore(Connection.open(settings, watch), new Calls(settings.calls(), watch));
    }

    @Override
    public Optional<ScopeRecord> read(ScopeKey key) throws StoreUnavailable {
        return calls.make(deadline -> writes.read(key));
    }

    @Override
    public Listing list(ContextId context) throws StoreUnavailable {
        return reads.list(context, Optional.empty());
    }

    @Override
    public Listing list(ContextId context, Family family) throws StoreUnavailable {
        return reads.list(context, Optional.of(family));
    }

    @Override
    public List<ContextId> contexts(Optional<ContextId> after, int limit) throws StoreUnavailable {
        return reads.contexts(after, limit);
    }

    @Override
    public Verification verify(ContextId context) throws StoreUnavailable {
        return reads.verify(context);
    }

    @Override
    public Revision apply(ChangeSet changes) throws StoreConflict, StoreUnavailable {
        return write(changes.context(), deadline -> writes.apply(changes, deadline))
                .orThrow();
    }

    @Override
    public boolean touch(ScopeRecord seen, Instant at) throws StoreUnavailable {
        return write(seen.key().context(), deadline -> writes.touch(seen, at, deadline));
    }

    @Override
    public boolean forget(ScopeRecord seen) throws StoreUnavailable {
        return write(seen.key().context(), deadline -> writes.forget(seen, deadline));
    }

    @Override
    public int restore(ContextId context, Listing from) throws StoreUnavailable {
        return write(context, deadline -> writes.restore(context, from, deadline));
    }

    private <T> T write(ContextId context, Calls.Call<T> call) throws StoreUnavailable {
        Deadline deadline = calls.deadline();
        try (Stripes.Turn turn = stripes.take(context, deadline)) {
            return calls.make(deadline, call);
        }
    }

    @Override
    public void scan(Visitor visitor) throws StoreUnavailable {
        reads.scan(visitor);
    }

    @Override
    public void probe() throws StoreUnavailable {
        reads.probe();
    }

    /** Closes it. Whatever is called from now on is refused. */
    @Override
    public void close() {
        calls.close();
        connection.close();
    }
}
