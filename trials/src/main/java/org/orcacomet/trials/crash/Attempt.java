package org.orcacomet.trials.crash;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.orcacomet.api.ScopeKey;

/**
 * A change that was sent and not answered yet: the scopes that it is about, and the new values, empty where it deletes.
 * One that deletes what is not there changes nothing. If it happens, it gets a revision over the floor, which the context
 * had reached before.
 */
record Attempt(Set<ScopeKey> about, Map<ScopeKey, Optional<String>> changes, long floor) {
    /** Whether a scope that is seen like this is what the attempt makes of it. */
    boolean made(ScopeKey key, Fate seen) {
        Optional<String> value = changes.get(key);
        return value.isEmpty()
                ? seen.equals(Fate.DELETED)
                : seen.isPresent() && seen.value().equals(value.get()) && seen.revision() > floor;
    }
}
