package org.orcacomet.store.testkit;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
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
import org.orcacomet.store.ScopeRecord;

/** Scopes and changes to test a store with. */
public final class Samples {
    /** The tokens of all samples. */
    public static final TokenPair TOKENS =
            TokenPair.of(TokenCodec.readToken("readToken1"), TokenCodec.writeToken("writeToken1"));

    /** What guards all samples. */
    public static final Guard GUARD = Guard.of(TOKENS);

    /** When all samples were touched. */
    public static final Instant NOON = Instant.parse("2026-11-21T12:00:00.123Z");

    private Samples() {}

    /** The name with these parts. */
    public static ScopeKey key(String context, String family, String key) {
        return ScopeKey.of(ContextId.parse(context), Family.parse(family), EntryKey.parse(key));
    }

    /** Writes this text where nothing is. */
    public static Change creation(ScopeKey key, String text) {
        return new Change(key, Optional.empty(), GUARD, Optional.of(ScopeValue.of(text)), NOON);
    }

    /** Writes this text over this record. */
    public static Change modification(ScopeRecord seen, String text) {
        return new Change(
                seen.key(), Optional.of(seen.revision()), seen.guard(), Optional.of(ScopeValue.of(text)), NOON);
    }

    /** This change alone. */
    public static ChangeSet alone(Change change) {
        return new ChangeSet(change.key().context(), List.of(change));
    }
}
