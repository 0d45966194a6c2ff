package org.orcacomet.orca.am;

import static java.util.Collections.emptyList;
import static java.util.Collections.emptyMap;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.orcacomet.api.Comet;
import org.orcacomet.api.ContextId;
import org.orcacomet.api.EntryKey;
import org.orcacomet.api.ScopeKey;
import org.orcacomet.api.TokenCodec;
import org.orcacomet.api.TokenPair;
import org.orcacomet.journal.Claim;
import org.orcacomet.journal.Journal;
import org.orcacomet.journal.JournalException;
import org.orcacomet.orca.am.internal.CometSwitch;
import org.orcacomet.orca.am.internal.FamilyChange;
import org.orcacomet.orca.am.internal.FamilyEditor;
import org.orcacomet.orca.am.internal.Modification;
import org.orcacomet.orca.am.internal.Sliver;
import org.orcacomet.orca.am.internal.UnitClaims;
import org.orcacomet.orca.spi.LifecycleException;
import org.orcacomet.orca.spi.SliverAnswer;
import org.orcacomet.orca.spi.SliverLifecycle;
import org.orcacomet.userdata.family.InvalidProperty;
import org.orcacomet.userdata.family.UnitFamilies;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A sliver's life as scopes in COMET. Joins and leaves go through the journal, so that a crash at any point leaves no
 * scope behind; a modify changes COMET at once or not at all. What is no compute resource has no scopes.
 */
public class SliverScopes implements SliverLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(SliverScopes.class);

    private final Journal journal;
    private final SliverSettings settings;
    private final UnitClaims claims;
    private final FamilyEditor editor;
    private final AtomicReference<Comet> comet = new AtomicReference<>();

    /** Slivers whose claims are in this journal; without a {@link #workWith Comet} no modify can be done. */
    public SliverScopes(Journal journal, SliverSettings settings) {
        this.journal = journal;
        this.settings = settings;
        this.claims = new UnitClaims(journal);
        this.editor = new FamilyEditor(claims, settings.modify());
    }

    /** From now on modifies go to this Comet. */
    public final void workWith(Comet next) {
        comet.set(next);
    }

    /** This Comet is gone; nothing happens if there is another one already. */
    public final void stopWorkingWith(Comet gone) {
        comet.compareAndSet(gone, null);
    }

    @Override
    public SliverAnswer userData(Map<String, String> unit) throws LifecycleException {
        return translated(() -> answer(Sliver.of(unit)));
    }

    private SliverAnswer answer(Sliver sliver) throws JournalException {
        if (sliver.hasScopes()) {
            UnitFamilies families = UnitFamilies.of(sliver.properties());
            return answer(sliver, families, claims.claim(sliver));
        }
        return sliver.compute() ? withoutComet(sliver) : plain(sliver);
    }

    private static SliverAnswer answer(Sliver sliver, UnitFamilies families, TokenPair tokens) {
        Map<String, String> save = new TreeMap<>();
        save.put(Sliver.READ_TOKEN, TokenCodec.reveal(tokens.read()));
        save.put(Sliver.WRITE_TOKEN, TokenCodec.reveal(tokens.write()));
        String userData = InstanceUserData.withComet(sliver.properties(), tokens.read());
        return SliverAnswer.of(userData, save, families.attachments());
    }

    private static SliverAnswer withoutComet(Sliver sliver) {
        UnitFamilies families = UnitFamilies.of(sliver.properties());
        String userData = InstanceUserData.withoutComet(sliver.properties());
        return SliverAnswer.of(userData, emptyMap(), families.attachments());
    }

    private static SliverAnswer plain(Sliver sliver) {
        return SliverAnswer.of(InstanceUserData.plain(sliver.properties()), emptyMap(), emptyList());
    }

    @Override
    public SliverAnswer join(Map<String, String> unit) throws LifecycleException {
        return translated(() -> {
            Sliver sliver = Sliver.of(unit);
            return sliver.hasScopes() ? joined(sliver) : answer(sliver);
        });
    }

    private SliverAnswer joined(Sliver sliver) throws LifecycleException, JournalException {
        try {
            UnitFamilies families = UnitFamilies.of(sliver.properties());
            TokenPair tokens = claims.claim(sliver);
            SliverAnswer answer = answer(sliver, families, tokens);
            claims.write(sliver, tokens, families.values(), settings.join());
            LOG.info("{} joined", sliver);
            return answer;
        } catch (IllegalArgumentException | LifecycleException | JournalException failure) {
            takeBack(sliver, failure);
            throw failure;
        }
    }

    private void takeBack(Sliver sliver, Exception failure) {
        try {
            claims.renounce(sliver.scopes());
        } catch (JournalException e) {
            failure.addSuppressed(e);
        }
    }

    @Override
    public void modify(Map<String, String> unit) throws LifecycleException {
        translated(() -> {
            Sliver sliver = Sliver.of(unit);
            if (sliver.compute()) {
                Optional<FamilyChange<?>> change = Modification.of(unit);
                if (change.isPresent()) {
                    change(sliver, change.get());
                }
            }
            return sliver;
        });
    }

    @Override
    public void put(Map<String, String> unit, String section, Map<String, String> entry) throws LifecycleException {
        translated(() -> change(Sliver.of(unit), Modification.put(section, entry)));
    }

    @Override
    public void remove(Map<String, String> unit, String section, String key) throws LifecycleException {
        translated(() -> change(Sliver.of(unit), Modification.remove(section, key)));
    }

    private Sliver change(Sliver sliver, FamilyChange<?> change) throws LifecycleException, JournalException {
        if (sliver.hasScopes()) {
            TokenPair tokens = claims.find(sliver)
                    .orElseThrow(() -> new InvalidProperty(Sliver.READ_TOKEN, "is missing, and the journal has none"));
            Comet now = Optional.ofNullable(comet.get())
                    .orElseThrow(() -> new LifecycleException("COMET is on, but its client does not run: see its log"));
            editor.edit(now, sliver.scope(change.section()), tokens, change);
            LOG.info("{}: {} changed", sliver, change.section());
        }
        return sliver;
    }

    @Override
    public void leave(Map<String, String> unit) throws LifecycleException {
        translated(() -> {
            Sliver sliver = Sliver.of(unit);
            Map<ScopeKey, TokenPair> scopes = new LinkedHashMap<>(claimed(sliver.context(), sliver.key()));
            if (!CometSwitch.off(unit)) {
                sliver.guarded().forEach(scopes::putIfAbsent);
            }
            giveUp(sliver, scopes);
            awaitDeletes(sliver, scopes.keySet());
            return sliver;
        });
    }

    /** Does not wait for COMET: whoever announces one ending has more of them to keep on disk. */
    @Override
    public void ended(String sliceId, String reservationId) throws LifecycleException {
        translated(() -> {
            Sliver sliver = Sliver.named(sliceId, reservationId);
            giveUp(sliver, claimed(sliver.context(), sliver.key()));
            return sliver;
        });
    }

    private Map<ScopeKey, TokenPair> claimed(ContextId context, EntryKey key) {
        return journal.claims(context, key).stream().collect(Collectors.toMap(Claim::key, Claim::tokens));
    }

    private void giveUp(Sliver sliver, Map<ScopeKey, TokenPair> scopes) throws JournalException {
        if (scopes.isEmpty()) {
            LOG.info("{} ends, and has no scopes that are known", sliver);
            return;
        }
        journal.renounce(scopes);
        LOG.info("{} ends: {} scopes given up", sliver, scopes.size());
    }

    private void awaitDeletes(Sliver sliver, Set<ScopeKey> scopes) {
        int owed = journal.await(scopes, settings.leave()).owed().size();
        if (owed > 0) {
            LOG.info("{} ended: {} scopes are still to be deleted", sliver, owed);
        }
    }

    @Override
    public Map<String, String> health() {
        Map<String, String> health = new TreeMap<>(journal.status().health());
        health.put("comet.client", comet.get() == null ? "absent" : "present");
        return health;
    }

    private interface Step<T> {
        T take() throws LifecycleException, JournalException;
    }

    private static <T> T translated(Step<T> step) throws LifecycleException {
        try {
            return step.take();
        } catch (IllegalArgumentException | JournalException failure) {
            throw new LifecycleException(failure.getMessage(), failure);
        }
    }
}
