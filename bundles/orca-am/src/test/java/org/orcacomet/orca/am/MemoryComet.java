package org.orcacomet.orca.am;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.orcacomet.api.Comet;
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

/** COMET in memory for a trusted caller, with tokens, revisions, preconditions and tombstones; subclasses misbehave. */
class MemoryComet implements Comet {
    private static final class Entry {
        private final ScopeWrite write;
        private final long revision;
        private final boolean deleted;

        Entry(ScopeWrite write, long revision, boolean deleted) {
            this.write = write;
            this.revision = revision;
            this.deleted = deleted;
        }
    }

    private final Map<ScopeKey, Entry> entries = new HashMap<>();
    private long revision;

    /** Comes before every call; may throw. */
    void before(String call, ScopeKey scope) throws CometException {}

    /** What callers see of a revision. */
    Optional<Revision> shown(long number) {
        return Optional.of(Revision.of(number));
    }

    synchronized Set<String> names() {
        return entries.values().stream()
                .filter(entry -> !entry.deleted)
                .map(entry -> entry.write.key().toString())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    synchronized Optional<String> text(ScopeKey scope) {
        return live(scope).flatMap(entry -> entry.write.value().text());
    }

    synchronized TokenPair tokens(ScopeKey scope) {
        return live(scope).get().write.tokens();
    }

    synchronized long revision() {
        return revision;
    }

    private Optional<Entry> live(ScopeKey scope) {
        return Optional.ofNullable(entries.get(scope)).filter(entry -> !entry.deleted);
    }

    @Override
    public Optional<Revision> write(ScopeWrite write) throws CometException {
        before("write", write.key());
        return put(write);
    }

    private synchronized Optional<Revision> put(ScopeWrite write) throws CometException {
        check(write.key(), write.tokens(), write.precondition());
        revision++;
        entries.put(write.key(), new Entry(write, revision, false));
        return shown(revision);
    }

    private void check(ScopeKey scope, TokenPair tokens, Precondition precondition) throws CometException {
        Optional<Entry> there = live(scope);
        if (there.isPresent() && !there.get().write.tokens().equals(tokens)) {
            throw new CometDenied("the memory refuses");
        }
        Optional<Revision> current = there.map(entry -> Revision.of(entry.revision));
        if (!precondition.holds(current)) {
            throw new CometConflict("the precondition does not hold", current);
        }
    }

    @Override
    public Optional<Revision> writeAll(WriteBatch batch) throws CometException {
        for (ScopeWrite write : batch.writes()) {
            before("write", write.key());
        }
        synchronized (this) {
            for (ScopeWrite write : batch.writes()) {
                check(write.key(), write.tokens(), write.precondition());
            }
            for (ScopeWrite write : batch.writes()) {
                put(write);
            }
            return shown(revision);
        }
    }

    @Override
    public Reading read(ScopeKey scope, ReadToken token) throws CometException {
        before("read", scope);
        synchronized (this) {
            Entry entry = entries.get(scope);
            if (entry == null) {
                return Reading.absent();
            }
            if (!entry.write.tokens().read().equals(token)) {
                throw new CometDenied("the memory refuses");
            }
            return entry.deleted
                    ? Reading.deleted()
                    : Reading.of(Scope.of(scope, entry.write.value(), shown(entry.revision)));
        }
    }

    @Override
    public void delete(ScopeKey scope, TokenPair tokens, Precondition precondition) throws CometException {
        before("delete", scope);
        synchronized (this) {
            check(scope, tokens, precondition);
            Entry entry = entries.get(scope);
            if (entry != null && !entry.deleted) {
                revision++;
                entries.put(scope, new Entry(entry.write, revision, true));
            }
        }
    }

    @Override
    public Enumeration enumerate(ContextId context, ReadToken token) {
        return list(context, Optional.empty(), token);
    }

    @Override
    public Enumeration enumerate(ContextId context, Family family, ReadToken token) {
        return list(context, Optional.of(family), token);
    }

    private synchronized Enumeration list(ContextId context, Optional<Family> family, ReadToken token) {
        List<Scope> scopes = new ArrayList<>();
        for (Entry entry : entries.values()) {
            ScopeKey key = entry.write.key();
            boolean wanted = key.context().equals(context)
                    && family.map(key.family()::equals).orElse(true);
            if (wanted && !entry.deleted && entry.write.tokens().read().equals(token)) {
                scopes.add(Scope.of(key, entry.write.value(), shown(entry.revision)));
            }
        }
        scopes.sort(Comparator.comparing(Scope::toString));
        return Enumeration.of(scopes, shown(revision));
    }
}
