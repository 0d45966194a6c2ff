package org.orcacomet.orca.controller;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
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
import org.orcacomet.api.ScopeKey;
import org.orcacomet.api.ScopeWrite;
import org.orcacomet.api.TokenPair;
import org.orcacomet.api.WriteBatch;

/** A COMET in memory; subclasses misbehave. */
class FakeComet implements Comet {
    private final Map<ScopeKey, ScopeWrite> scopes = new HashMap<>();
    private final AtomicInteger changes = new AtomicInteger();

    /** Comes before each change; may throw. */
    void before(String call, ScopeKey key) throws CometException {}

    int changes() {
        return changes.get();
    }

    synchronized Set<String> names() {
        return scopes.keySet().stream().map(ScopeKey::toString).collect(Collectors.toCollection(TreeSet::new));
    }

    synchronized ScopeWrite scope(String name) {
        return scopes.values().stream()
                .filter(w -> w.key().toString().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("there is no " + name));
    }

    @Override
    public Optional<Revision> write(ScopeWrite write) throws CometException {
        before("write", write.key());
        return put(write);
    }

    private synchronized Optional<Revision> put(ScopeWrite write) throws CometException {
        ScopeWrite there = scopes.get(write.key());
        if (there != null && !there.tokens().equals(write.tokens())) {
            throw new CometDenied("refused");
        }
        if (there != null && write.precondition().isAbsent()) {
            throw new CometConflict("it is there", Optional.of(Revision.of(changes.get())));
        }
        scopes.put(write.key(), write);
        return Optional.of(Revision.of(changes.incrementAndGet()));
    }

    @Override
    public Optional<Revision> writeAll(WriteBatch batch) throws CometException {
        throw CometCode.NOT_FOUND.exception("the fake knows no batches");
    }

    @Override
    public synchronized Reading read(ScopeKey key, ReadToken token) {
        return Reading.absent();
    }

    @Override
    public void delete(ScopeKey key, TokenPair tokens, Precondition precondition) throws CometException {
        before("delete", key);
        synchronized (this) {
            changes.incrementAndGet();
            scopes.remove(key);
        }
    }

    @Override
    public Enumeration enumerate(ContextId context, ReadToken token) throws CometException {
        throw CometCode.NOT_FOUND.exception("not used");
    }

    @Override
    public Enumeration enumerate(ContextId context, Family family, ReadToken token) throws CometException {
        throw CometCode.NOT_FOUND.exception("not used");
    }
}
