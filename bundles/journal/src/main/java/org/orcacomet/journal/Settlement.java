package org.orcacomet.journal;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.orcacomet.api.CometException;
import org.orcacomet.api.ScopeKey;

/** What became of scopes that were waited for. */
public final class Settlement {
    private final Map<ScopeKey, Optional<CometException>> owed;

    private Settlement(Map<ScopeKey, Optional<CometException>> owed) {
        this.owed = Collections.unmodifiableMap(new LinkedHashMap<>(owed));
    }

    /** These are still owed; with each the last failure, if there was one. */
    public static Settlement owing(Map<ScopeKey, Optional<CometException>> owed) {
        return new Settlement(owed);
    }

    /** Whether nothing is owed any more. */
    public boolean done() {
        return owed.isEmpty();
    }

    /** What is still owed, refused ones too, in the order in which it was asked for; the set cannot be changed. */
    public Set<ScopeKey> owed() {
        return owed.keySet();
    }

    /** Those of {@link #owed} that COMET refuses: they stay owed, and are tried again, but rarely. */
    public Set<ScopeKey> refused() {
        return owed.entrySet().stream()
                .filter(e -> e.getValue().filter(f -> !f.retryable()).isPresent())
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /** The first refusal, if there is one. */
    public Optional<CometException> refusal() {
        return failures().filter(f -> !f.retryable()).findFirst();
    }

    /** Why something is still owed: the first refusal, else the last failure to reach COMET, as far as there was one. */
    public Optional<CometException> reason() {
        Optional<CometException> refusal = refusal();
        return refusal.isPresent() ? refusal : failures().findFirst();
    }

    private Stream<CometException> failures() {
        return owed.values().stream().filter(Optional::isPresent).map(Optional::get);
    }

    @Override
    public String toString() {
        return done() ? "nothing owed" : owed.keySet() + " owed";
    }
}
