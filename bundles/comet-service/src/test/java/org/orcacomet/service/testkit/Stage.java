package org.orcacomet.service.testkit;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.orcacomet.api.ContextId;
import org.orcacomet.api.EntryKey;
import org.orcacomet.api.Family;
import org.orcacomet.api.Revision;
import org.orcacomet.api.ScopeKey;
import org.orcacomet.api.ScopeValue;
import org.orcacomet.api.TokenCodec;
import org.orcacomet.api.TokenPair;
import org.orcacomet.service.testkit.Verdict.Effect;
import org.orcacomet.store.Change;
import org.orcacomet.store.ChangeSet;
import org.orcacomet.store.Guard;
import org.orcacomet.store.MemoryScopeStore;
import org.orcacomet.store.ScopeRecord;
import org.orcacomet.store.StoreConflict;

/**
 * A store on which cases are tried, each in a context of its own: the scope in its state, and a neighbour. It looks
 * afterwards whether the store is as it must be. Time stands still on it.
 */
public final class Stage {
    /** How long a scope lives unused, half of it. */
    public static final Duration EXPIRE = Duration.ofHours(10);
    /** How long a tombstone is kept. */
    public static final Duration KEEP = Duration.ofHours(50);
    /** The time on stage. */
    public static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
    /** What is written. */
    public static final String NEW_VALUE = "new";
    /** The neighbour's read token. */
    public static final String NEIGHBOURS_READ_TOKEN = "readToken3";
    /** The neighbour's write token. */
    public static final String NEIGHBOURS_WRITE_TOKEN = "writeToken3";

    private static final Map<ScopeState, Duration> UNUSED = Map.of(
            ScopeState.IDLE, EXPIRE.plusMillis(1),
            ScopeState.AGED, EXPIRE.multipliedBy(2),
            ScopeState.DELETED, KEEP.minusMillis(1),
            ScopeState.FORGOTTEN, KEEP);

    private static final Guard NEIGHBOURS = Guard.of(neighboursTokens());

    private final MemoryScopeStore store;
    private final Map<ScopeState, Guard> guards;
    private final Function<Who, Optional<String>> fingerprints;

    /**
     * A stage on this store.
     *
     * @param fingerprints the fingerprint of the key of each caller whose certificate is in its dates
     */
    public Stage(MemoryScopeStore store, Function<Who, Optional<String>> fingerprints) {
        this.store = store;
        this.fingerprints = fingerprints;
        this.guards = List.of(ScopeState.values()).stream().collect(Collectors.toMap(it -> it, this::guard));
    }

    private Guard guard(ScopeState state) {
        Guard guard = Guard.of(ShownTokens.RIGHT.pair(state));
        return switch (state) {
            case UNSIGNED -> guard;
            case COLLEAGUES -> guard.createdBy(fingerprints.apply(Who.COLLEAGUE).orElseThrow());
            default -> guard.createdBy(fingerprints.apply(Who.CREATOR).orElseThrow());
        };
    }

    /** The scope of a context. */
    public static ScopeKey scope(ContextId context) {
        return ScopeKey.of(context, Family.parse("users"), EntryKey.parse("vm1"));
    }

    /** The other scope of a context. */
    public static ScopeKey neighbour(ContextId context) {
        return ScopeKey.of(context, Family.parse("routes"), EntryKey.parse("vm1"));
    }

    /** The neighbour's tokens. */
    public static TokenPair neighboursTokens() {
        return TokenPair.of(TokenCodec.readToken(NEIGHBOURS_READ_TOKEN), TokenCodec.writeToken(NEIGHBOURS_WRITE_TOKEN));
    }

    /** Puts the scope of a new context into this state, between two changes of its neighbour. */
    public List<ScopeRecord> set(ContextId context, ScopeState state) {
        put(neighbour(context), NEIGHBOURS, Optional.of("old"), NOW);
        if (state != ScopeState.NONE) {
            put(scope(context), state);
        }
        put(neighbour(context), NEIGHBOURS, Optional.of("old"), NOW);
        return store.list(context).records();
    }

    private void put(ScopeKey key, ScopeState state) {
        Instant touched = NOW.minus(UNUSED.getOrDefault(state, EXPIRE));
        Guard guard = guards.get(state);
        ScopeValue value = state == ScopeState.NULL ? ScopeValue.ofNull() : ScopeValue.of("old");
        apply(new Change(key, Optional.empty(), guard, Optional.of(value), touched));
        if (state == ScopeState.DELETED || state == ScopeState.FORGOTTEN) {
            put(key, guard, Optional.empty(), touched);
        }
    }

    private void put(ScopeKey key, Guard guard, Optional<String> text, Instant at) {
        Optional<Revision> seen = store.read(key).map(ScopeRecord::revision);
        apply(new Change(key, seen, guard, text.map(ScopeValue::of), at));
    }

    private void apply(Change change) {
        try {
            store.apply(new ChangeSet(change.key().context(), List.of(change)));
        } catch (StoreConflict e) {
            throw new IllegalStateException("the context is not a new one", e);
        }
    }

    /** Whether a case with this verdict has left its context as it must. */
    public boolean isAsItMustBe(ContextId context, Case it, List<ScopeRecord> before) {
        List<ScopeRecord> after = store.list(context).records();
        Effect effect = WireTable.verdict(it).effect();
        boolean written = effect == Effect.MODIFIED || effect == Effect.CREATED;
        Optional<ScopeRecord> neighbour = find(neighbour(context), before)
                .map(record -> it.deed() == Deed.BATCH && written ? changed(record, it, NEW_VALUE) : record);
        return find(neighbour(context), after).equals(neighbour)
                && asItMustBe(effect, it, find(scope(context), before), find(scope(context), after));
    }

    private boolean asItMustBe(Effect effect, Case it, Optional<ScopeRecord> before, Optional<ScopeRecord> after) {
        return switch (effect) {
            case NONE -> after.equals(before);
            case RENEWED -> after.equals(before.map(record -> record.touchedAt(NOW)));
            case MODIFIED -> after.equals(before.map(record -> changed(record, it, NEW_VALUE)));
            case DELETED -> after.equals(before.map(record -> changed(record, it, null)));
            case CREATED -> after.isPresent() && created(after.get(), it);
        };
    }

    private static ScopeRecord changed(ScopeRecord record, Case it, String text) {
        return new ScopeRecord(
                record.key(), record.guard(), Optional.ofNullable(text).map(ScopeValue::of), next(it), NOW);
    }

    private boolean created(ScopeRecord record, Case it) {
        return changed(record, it, NEW_VALUE).equals(record)
                && record.guard().admits(it.scene().pair())
                && record.guard().creator().equals(fingerprints.apply(it.who()));
    }

    private static Revision next(Case it) {
        return Revision.of(it.scene().state().contextRevision() + 1);
    }

    private static Optional<ScopeRecord> find(ScopeKey key, List<ScopeRecord> records) {
        return records.stream().filter(record -> record.key().equals(key)).findFirst();
    }
}
