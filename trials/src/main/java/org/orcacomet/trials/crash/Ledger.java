package org.orcacomet.trials.crash;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.orcacomet.api.ContextId;
import org.orcacomet.api.EntryKey;
import org.orcacomet.api.Family;
import org.orcacomet.api.ScopeKey;

/** What one writer knows of its scopes, which nobody else changes, and its changes that it has no answer to. */
final class Ledger {
    private static final int SCOPES_PER_CONTEXT = 6;

    private final Map<ScopeKey, Fate> known = new LinkedHashMap<>();
    private final List<Attempt> attempts = new ArrayList<>();

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

    /** Those that no attempt is about. */
    List<ScopeKey> settled() {
        return known.keySet().stream()
                .filter(key ->
                        attempts.stream().noneMatch(attempt -> attempt.about().contains(key)))
                .toList();
    }

    /** What was sent and may have happened; no two are about the same scope. */
    List<Attempt> attempts() {
        return List.copyOf(attempts);
    }

    void attempt(Attempt made) {
        attempts.add(made);
    }

    /** The last attempt is none any more: it was answered, or never sent. */
    void withdraw() {
        attempts.remove(attempts.size() - 1);
    }

    void learn(ScopeKey key, Fate fate) {
        known.put(key, fate);
    }

    /** It is known of all attempts what became of them. */
    void settle() {
        attempts.clear();
    }
}
