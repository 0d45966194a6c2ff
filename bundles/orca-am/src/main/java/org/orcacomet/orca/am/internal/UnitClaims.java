package org.orcacomet.orca.am.internal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.orcacomet.api.CometException;
import org.orcacomet.api.ScopeKey;
import org.orcacomet.api.ScopeValue;
import org.orcacomet.api.ScopeWrite;
import org.orcacomet.api.TokenGenerator;
import org.orcacomet.api.TokenPair;
import org.orcacomet.journal.Claim;
import org.orcacomet.journal.Journal;
import org.orcacomet.journal.JournalException;
import org.orcacomet.journal.Settlement;
import org.orcacomet.orca.spi.LifecycleException;
import org.orcacomet.userdata.family.Section;

/** What the journal has of slivers. */
public final class UnitClaims {
    private final Journal journal;
    private final TokenGenerator generator = new TokenGenerator();

    /** The claims in this journal. */
    public UnitClaims(Journal journal) {
        this.journal = journal;
    }

    /**
     * The unit's tokens: the journal's, else ORCA's, else new ones. When this returns, they are on disk for all five
     * families, and so are the tokens of this reservation's entries of the slice, as far as ORCA has them.
     *
     * @throws JournalException if they could not be kept on disk
     */
    public TokenPair claim(Sliver sliver) throws JournalException {
        TokenPair tokens = find(sliver).orElseGet(generator::pair);
        Map<ScopeKey, TokenPair> held = new LinkedHashMap<>();
        sliver.scopes().forEach(scope -> held.put(scope, tokens));
        held.putAll(sliver.sliceEntries());
        journal.hold(held);
        return find(sliver).orElse(tokens); // another call for the same sliver may have been first
    }

    /** The unit's tokens, as far as the journal or ORCA has them. */
    public Optional<TokenPair> find(Sliver sliver) {
        Optional<TokenPair> known = sliver.tokens();
        for (ScopeKey scope : sliver.scopes()) {
            Optional<Claim> claim = journal.claim(scope);
            if (claim.isPresent()) {
                return claim.map(Claim::tokens);
            }
        }
        return known;
    }

    /**
     * Writes a sliver's families.
     *
     * @throws LifecycleException if COMET refuses one of them, has not taken all of them within the bound, or they were
     *     given up meanwhile
     * @throws JournalException if they could not be kept on disk
     */
    public void write(Sliver sliver, TokenPair tokens, Map<Section<?>, ScopeValue> families, Duration bound)
            throws LifecycleException, JournalException {
        List<ScopeWrite> writes = new ArrayList<>();
        families.forEach((section, value) -> writes.add(ScopeWrite.of(sliver.scope(section), tokens, value)));
        journal.owe(writes);
        Settlement settlement = journal.await(sliver.scopes(), bound);
        if (!settlement.done()) {
            throw failure(sliver, settlement, bound);
        }
        if (!sliver.scopes().stream().allMatch(this::held)) {
            throw new LifecycleException(
                    "the families of " + sliver + " were given up while they were written, as it has left");
        }
    }

    private boolean held(ScopeKey scope) {
        return journal.claim(scope)
                .filter(claim -> claim.state() == Claim.State.HELD)
                .isPresent();
    }

    private static LifecycleException failure(Sliver sliver, Settlement settlement, Duration bound) {
        String what = "the families of " + sliver;
        Optional<CometException> refusal = settlement.refusal();
        if (refusal.isPresent()) {
            return new LifecycleException(
                    "COMET refuses " + what + ": " + refusal.get().getMessage(), refusal.get());
        }
        String why = settlement
                .reason()
                .map(r -> ": " + r.getMessage())
                .orElse(", and COMET was not reached: see its client's log");
        return new LifecycleException(
                what + " could not be written within " + bound.toMillis() + " ms" + why,
                settlement.reason().orElse(null));
    }

    /**
     * Waits until nothing is owed for a scope that is about to be changed.
     *
     * @throws LifecycleException if something still is, or the scope is given up
     */
    public void settle(ScopeKey scope, Duration bound) throws LifecycleException {
        boolean leaving = journal.claim(scope)
                .filter(claim -> claim.state() == Claim.State.DELETE_OWED)
                .isPresent();
        if (leaving) {
            throw new LifecycleException(scope + " is not changed, as its reservation has left");
        }
        if (!journal.await(Collections.singleton(scope), bound).done()) {
            throw new LifecycleException(scope + " is not changed, as COMET has not taken its first value yet");
        }
    }

    /** Keeps the tokens of a scope that is about to be made. */
    public void hold(ScopeKey scope, TokenPair tokens) throws JournalException {
        journal.hold(Collections.singletonMap(scope, tokens));
    }

    /** Gives up these scopes, as far as they are claimed. */
    public void renounce(Collection<ScopeKey> scopes) throws JournalException {
        journal.renounce(scopes);
    }
}
