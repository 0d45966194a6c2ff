package org.orcacomet.journal;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.orcacomet.api.Comet;
import org.orcacomet.api.CometCode;
import org.orcacomet.api.CometConflict;
import org.orcacomet.api.CometDenied;
import org.orcacomet.api.CometException;
import org.orcacomet.api.ContextId;
import org.orcacomet.api.Enumeration;
import org.orcacomet.api.Family;
import org.orcacomet.api.Precondition;
import org.orcacomet.api.ReadToken;
import org.orcacomet.api.Reading;
import org.orcacomet.api.Revision;
import org.orcacomet.api.Scope;
import org.orcacomet.api.ScopeKey;
import org.orcacomet.api.ScopeWrite;
import org.orcacomet.api.TokenPair;
import org.orcacomet.api.WriteBatch;

/** A well-behaved COMET in memory that keeps a list of the calls; subclasses misbehave. */
class FakeComet implements Comet {
    private final Map<ScopeKey, ScopeWrite> scopes = new HashMap<>();
    private final List<String> calls = Collections.synchronizedList(new ArrayList<>());
    private long revision;

    List<String> calls() {
        return new ArrayList<>(calls);
    }

    synchronized Optional<String> value(ScopeKey key) {
        return Optional.ofNullable(scopes.get(key)).flatMap(w -> w.value().text());
    }

    synchronized boolean has(ScopeKey key) {
        return scopes.containsKey(key);
    }

    /** Comes before every call that changes something; may throw. */
    void before(String call, ScopeKey key) throws CometException {}

    @Override
    public Optional<Revision> write(ScopeWrite write) throws CometException {
        calls.add("write " + write.key());
        before("write", write.key());
        return put(write);
    }

    private synchronized Optional<Revision> put(ScopeWrite write) throws CometException {
        check(write);
        scopes.put(write.key(), write);
        return next();
    }

    private void check(ScopeWrite write) throws CometException {
        ScopeWrite there = scopes.get(write.key());
        boolean ours = there == null || there.tokens().equals(write.tokens());
        if (there != null && write.precondition().isAbsent()) {
            throw new CometConflict("it is there", ours ? revision(revision) : Optional.empty());
        }
        if (!ours) {
            throw new CometDenied("refused");
        }
    }

    @Override
    public Optional<Revision> writeAll(WriteBatch batch) throws CometException {
        calls.add("batch of " + batch.writes().size());
        for (ScopeWrite write : batch.writes()) {
            before("batch", write.key());
        }
        synchronized (this) {
            for (ScopeWrite write : batch.writes()) {
                check(write);
            }
            batch.writes().forEach(write -> scopes.put(write.key(), write));
            return next();
        }
    }

    private Optional<Revision> next() {
        revision++;
        return revision(revision);
    }

    Optional<Revision> revision(long number) {
        return Optional.of(Revision.of(number));
    }

    @Override
    public synchronized Reading read(ScopeKey key, ReadToken token) throws CometException {
        calls.add("read " + key);
        ScopeWrite there = scopes.get(key);
        if (there == null) {
            return Reading.absent();
        }
        if (!there.tokens().read().equals(token)) {
            throw new CometDenied("refused");
        }
        return Reading.of(Scope.of(key, there.value(), revision(revision)));
    }

    @Override
    public void delete(ScopeKey key, TokenPair tokens, Precondition precondition) throws CometException {
        calls.add("delete " + key);
        before("delete", key);
        synchronized (this) {
            ScopeWrite there = scopes.get(key);
            if (there != null && !there.tokens().equals(tokens)) {
                throw new CometDenied("refused");
            }
            scopes.remove(key);
        }
    }

    @Override
    public Enumeration enumerate(ContextId context, ReadToken token) throws CometException {
        throw CometCode.NOT_FOUND.exception("the journal does not enumerate");
    }

    @Override
    public Enumeration enumerate(ContextId context, Family family, ReadToken token) throws CometException {
        throw CometCode.NOT_FOUND.exception("the journal does not enumerate");
    }
}
