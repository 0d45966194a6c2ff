package org.orcacomet.service;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.orcacomet.api.ContextId;
import org.orcacomet.api.EntryKey;
import org.orcacomet.api.Family;
import org.orcacomet.api.ScopeKey;
import org.orcacomet.api.ScopeValue;
import org.orcacomet.api.TokenCodec;
import org.orcacomet.api.TokenPair;
import org.orcacomet.store.Change;
import org.orcacomet.store.ChangeSet;
import org.orcacomet.store.Guard;
import org.orcacomet.store.MemoryScopeStore;

/** Puts a scope into one of the states that the authorization table speaks of. */
final class ScopeStates {
    static final ScopeKey KEY = ScopeKey.of(ContextId.parse("slice"), Family.parse("users"), EntryKey.parse("vm1"));
    static final String CREATOR = "fingerprint of orca";
    static final Set<String> LIVE = Set.of("live", "live weak", "mine", "null");

    private static final ScopeKey NEIGHBOUR = ScopeKey.of(KEY.context(), Family.parse("routes"), EntryKey.parse("vm1"));
    private static final Duration EXPIRE = Duration.ofSeconds(10);
    private static final Duration KEEP = Duration.ofSeconds(50);
    private static final Map<String, TokenPair> TOKENS = Map.of(
            "right", pair("readToken1", "writeToken1"),
            "read wrong", pair("readToken2", "writeToken1"),
            "write wrong", pair("readToken1", "writeToken2"),
            "both wrong", pair("readToken2", "writeToken2"),
            "swapped", pair("writeToken1", "readToken1"),
            "neighbour", pair("readToken3", "writeToken3"),
            "weak", pair("r", "w"),
            "equal", pair("readToken1", "readToken1"));

    static final ServiceSettings SETTINGS = ServiceSettings.defaults().with(new Lifetimes(EXPIRE, KEEP));

    private ScopeStates() {}

    static TokenPair tokens(String name) {
        return Optional.ofNullable(TOKENS.get(name)).orElseThrow();
    }

    static void make(String state, MemoryScopeStore store, SteppingClock clock) throws Exception {
        put(store, new Change(NEIGHBOUR, Optional.empty(), guard("neighbour"), text(), clock.instant()));
        switch (state) {
            case "none" -> {}
            case "live" -> create(store, clock, guard("right"), text());
            case "live weak" -> create(store, clock, guard("weak"), text());
            case "mine" -> create(store, clock, guard("right").createdBy(CREATOR), text());
            case "null" -> create(store, clock, guard("right"), Optional.of(ScopeValue.ofNull()));
            case "aged" -> {
                create(store, clock, guard("right"), text());
                clock.advance(EXPIRE.multipliedBy(2));
            }
            case "deleted" -> {
                delete(store, clock);
                clock.advance(KEEP.minusMillis(1));
            }
            case "forgotten" -> {
                delete(store, clock);
                clock.advance(KEEP);
            }
            default -> throw new IllegalArgumentException(state);
        }
    }

    private static void create(MemoryScopeStore store, SteppingClock clock, Guard guard, Optional<ScopeValue> value)
            throws Exception {
        put(store, new Change(KEY, Optional.empty(), guard, value, clock.instant()));
    }

    private static void delete(MemoryScopeStore store, SteppingClock clock) throws Exception {
        create(store, clock, guard("right"), text());
        put(store, Change.deletion(store.read(KEY).orElseThrow(), clock.instant()));
    }

    private static void put(MemoryScopeStore store, Change change) throws Exception {
        store.apply(new ChangeSet(KEY.context(), List.of(change)));
    }

    private static Guard guard(String tokens) {
        return Guard.of(tokens(tokens));
    }

    private static Optional<ScopeValue> text() {
        return Optional.of(ScopeValue.of("old"));
    }

    private static TokenPair pair(String read, String write) {
        return TokenPair.of(TokenCodec.readToken(read), TokenCodec.writeToken(write));
    }
}
