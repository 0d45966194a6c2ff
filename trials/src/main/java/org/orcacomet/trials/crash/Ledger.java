package org.orcacomet.trials.crash;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.orcacomet.api.ContextId;
import org.orcacomet.api.EntryKey;
import org.orcacomet.api.Family;
import org.orcacomet.api.ScopeKey;

/** What one writer knows of its scopes, which nobody else changes, and the change that it awaits an answer to. */
final class Ledger {
    private static final int SCOPES_PER_CONTEXT = 6;

    private final Map<ScopeKey, Fate> known = new LinkedHashMap<>();
    private Optional<Attempt> attempt = Optional.empty();

    /** Scopes of its own in each of these contexts. */
    Ledger(int writer, List<ContextId> contexts) {
        for (ContextId context : contexts) {
            for (int i = 0; i < SCOPES_PER_CONTEXT; i++) {
                EntryKey key = EntryKey.parse("writer-" + writer + "-" + i);
                known.put(ScopeKey.of(context, Family.parse("users"), key), Fate.ABSENT);
            }
        }
    }

    List<ScopeKey> scopes() {
        return new ArrayList<>(known.keySet());
    }

    Fate known(ScopeKey key) {
        return known.get(key);
    }

    Optional<Attempt> attempt() {
        return attempt;
    }

    void attempt(Attempt made) {
        attempt = Optional.of(made);
    }

    void learn(ScopeKey key, Fate fate) {
        known.put(key, fate);
    }

    void settle() {
        attempt = Optional.empty();
    }
}
