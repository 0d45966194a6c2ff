package org.orcacomet.journal.internal;

import java.io.Closeable;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.orcacomet.api.ContextId;
import org.orcacomet.api.ScopeKey;
import org.orcacomet.journal.Claim;
import org.orcacomet.journal.JournalException;

/** The claims, in memory as on disk: a change is on disk first. */
final class Ledger implements Closeable {
    private final JournalFolder folder;
    private final JournalFile file;
    private final Map<ContextId, Map<ScopeKey, Claim>> claims = new LinkedHashMap<>();
    private boolean closed;

    private Ledger(JournalFolder folder, JournalFile file) {
        this.folder = folder;
        this.file = file;
    }

    /** Reads the claims, and writes the file anew, so that it is known to be writable and the past is gone from it. */
    static Ledger open(JournalFolder folder) throws JournalException {
        Ledger ledger = new Ledger(folder, new JournalFile(folder));
        try {
            ledger.load();
            return ledger;
        } catch (JournalException | RuntimeException e) {
            ledger.close();
            throw e;
        }
    }

    private void load() throws JournalException {
        file.read().forEach(this::apply);
        file.renew(all());
    }

    /** When this returns the changes are on disk and in memory; when it throws they are in neither. */
    void record(List<Change> changes) throws JournalException {
        if (closed) {
            throw new JournalException("the journal in " + folder + " is closed");
        }
        file.append(changes, this::all);
        changes.forEach(this::apply);
        file.compact(this::all);
    }

    private void apply(Change change) {
        ContextId context = change.key().context();
        if (change.claim().isPresent()) {
            claims.computeIfAbsent(context, c -> new LinkedHashMap<>())
                    .put(change.key(), change.claim().get());
        } else {
            claims.computeIfPresent(context, (c, ofContext) -> without(ofContext, change.key()));
        }
    }

    private static Map<ScopeKey, Claim> without(Map<ScopeKey, Claim> claims, ScopeKey key) {
        claims.remove(key);
        return claims.isEmpty() ? null : claims;
    }

    Optional<Claim> find(ScopeKey key) {
        return Optional.ofNullable(of(key.context()).get(key));
    }

    Collection<Claim> in(ContextId context) {
        return of(context).values();
    }

    private Map<ScopeKey, Claim> of(ContextId context) {
        return claims.getOrDefault(context, Collections.emptyMap());
    }

    Collection<Claim> all() {
        return claims.values().stream().flatMap(c -> c.values().stream()).collect(Collectors.toList());
    }

    int size() {
        return claims.values().stream().mapToInt(Map::size).sum();
    }

    @Override
    public void close() {
        closed = true;
        file.close();
        folder.close();
    }
}
