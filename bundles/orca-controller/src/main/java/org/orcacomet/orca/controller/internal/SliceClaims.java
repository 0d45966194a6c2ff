package org.orcacomet.orca.controller.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.orcacomet.api.ContextId;
import org.orcacomet.api.EntryKey;
import org.orcacomet.api.ReadToken;
import org.orcacomet.api.ScopeKey;
import org.orcacomet.api.ScopeWrite;
import org.orcacomet.api.TokenGenerator;
import org.orcacomet.api.TokenPair;
import org.orcacomet.journal.Claim;
import org.orcacomet.journal.Claim.State;
import org.orcacomet.journal.Journal;
import org.orcacomet.journal.JournalException;

/**
 * The slices' tokens, which the journal keeps with the claims: one read token for a slice, one write token for each of
 * its reservations. One thread at a time, so that two that meet a new slice agree on its tokens.
 */
public final class SliceClaims {
    private final Journal journal;
    private final TokenGenerator generator = new TokenGenerator();

    /** The claims in this journal. */
    public SliceClaims(Journal journal) {
        this.journal = journal;
    }

    /**
     * Owes what is not written yet of these. Tokens are the journal's, else those that ORCA has, else new ones.
     *
     * @param known the slice's read token, if ORCA has it
     * @return the tokens of each
     * @throws JournalException if it could not be kept on disk; then nothing of it is owed
     */
    public synchronized Map<Placeholders, TokenPair> claim(
            ContextId slice, Collection<Placeholders> all, Optional<ReadToken> known) throws JournalException {
        ReadToken read =
                ofSlice(slice).map(claim -> claim.tokens().read()).orElseGet(() -> known.orElseGet(generator::read));
        Map<Placeholders, TokenPair> tokens = new LinkedHashMap<>();
        List<ScopeWrite> unwritten = new ArrayList<>();
        for (Placeholders one : all) {
            TokenPair pair = ofReservation(slice, one.key()).map(Claim::tokens).orElseGet(() -> one.known()
                    .orElseGet(() -> generator.pair(read)));
            tokens.put(one, pair);
            one.writes(slice, pair).stream().filter(this::unwritten).forEach(unwritten::add);
        }
        journal.owe(unwritten);
        return tokens;
    }

    private Optional<Claim> ofSlice(ContextId slice) {
        return journal.claims(slice).stream().filter(Placeholders::isOne).findFirst();
    }

    private Optional<Claim> ofReservation(ContextId slice, EntryKey key) {
        return journal.claims(slice, key).stream().filter(Placeholders::isOne).findFirst();
    }

    private boolean unwritten(ScopeWrite write) {
        return !journal.claim(write.key()).filter(c -> c.state() == State.HELD).isPresent();
    }

    /** Owes the deletes of a reservation's scopes, and of those that only ORCA has tokens of. */
    public synchronized void renounce(ContextId slice, EntryKey reservation, Map<ScopeKey, TokenPair> known)
            throws JournalException {
        Map<ScopeKey, TokenPair> scopes = new LinkedHashMap<>(known);
        scopes.putAll(placeholders(journal.claims(slice, reservation)));
        journal.renounce(scopes);
    }

    /** Owes the deletes of a slice's scopes; those of its units are not among them. */
    public synchronized void renounce(ContextId slice) throws JournalException {
        journal.renounce(placeholders(journal.claims(slice)));
    }

    private static Map<ScopeKey, TokenPair> placeholders(List<Claim> claims) {
        return claims.stream().filter(Placeholders::isOne).collect(Collectors.toMap(Claim::key, Claim::tokens));
    }
}
