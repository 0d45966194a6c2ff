package org.orcacomet.orca.controller;

import static java.util.Collections.emptyList;
import static java.util.Collections.emptyMap;

import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.orcacomet.api.ContextId;
import org.orcacomet.api.EntryKey;
import org.orcacomet.api.ReadToken;
import org.orcacomet.api.ScopeKey;
import org.orcacomet.api.ScopeWrite;
import org.orcacomet.api.TokenPair;
import org.orcacomet.journal.Journal;
import org.orcacomet.journal.JournalException;
import org.orcacomet.journal.Settlement;
import org.orcacomet.orca.controller.internal.Placeholders;
import org.orcacomet.orca.controller.internal.Probe;
import org.orcacomet.orca.controller.internal.SliceClaims;
import org.orcacomet.orca.controller.internal.SliceProperties;
import org.orcacomet.orca.spi.LifecycleException;
import org.orcacomet.orca.spi.SliceAnswer;
import org.orcacomet.orca.spi.SliceLifecycle;
import org.orcacomet.orca.spi.SliceReservation;
import org.orcacomet.userdata.ResourceType;

/**
 * A slice's life as scopes in COMET: for each of its compute reservations a placeholder in {@code hostsall} and in
 * {@code pubkeysall}, as the switches say, that its VM fills in.
 *
 * <p>All goes through the journal: what was answered survives a crash, and what COMET does not take within the bound
 * is owed and written later. Nothing happens at all where both switches are off, or COMET is: it is on where its
 * properties are all set, or where a Comet was there once ({@link #cometIsThere}).
 */
public class SliceScopes implements SliceLifecycle {
    /** Something that the journal keeps. */
    private interface Step {
        void run() throws JournalException, LifecycleException;
    }

    private final Journal journal;
    private final SliceSettings settings;
    private final SliceClaims claims;
    private final Probe probe;
    private volatile boolean cometWasThere;

    /** Slices whose claims are in this journal. */
    public SliceScopes(Journal journal, SliceSettings settings) {
        this.journal = journal;
        this.settings = settings;
        this.claims = new SliceClaims(journal);
        this.probe = new Probe(journal);
    }

    /** There is a Comet, so COMET is on; it stays so when the Comet goes, as it may come back. */
    public final void cometIsThere() {
        cometWasThere = true;
    }

    @Override
    public void probe(String sliceId, Duration bound) throws LifecycleException {
        ContextId slice = slice(sliceId);
        if (active()) {
            kept(() -> probe.run(slice, bound));
        }
    }

    @Override
    public SliceAnswer reserve(String sliceId, List<SliceReservation> reservations, Duration bound)
            throws LifecycleException {
        ContextId slice = slice(sliceId);
        if (!active()) {
            return SliceAnswer.of(emptyMap(), emptyList());
        }
        Map<Placeholders, TokenPair> tokens = claim(slice, reservations);
        Map<String, Map<String, String>> properties = new TreeMap<>();
        Set<ScopeKey> scopes = new LinkedHashSet<>();
        tokens.forEach((one, pair) -> {
            properties.put(one.reservation(), SliceProperties.render(one, pair));
            one.writes(slice, pair).stream().map(ScopeWrite::key).forEach(scopes::add);
        });
        return SliceAnswer.of(properties, owed(scopes, bound));
    }

    private Map<Placeholders, TokenPair> claim(ContextId slice, List<SliceReservation> reservations)
            throws LifecycleException {
        Collection<Placeholders> placeholders = placeholders(reservations);
        Optional<ReadToken> known = reservations.stream()
                .map(reservation -> SliceProperties.of(reservation).read())
                .filter(Optional::isPresent)
                .map(Optional::get)
                .findFirst();
        Map<Placeholders, TokenPair> tokens = new LinkedHashMap<>();
        kept(() -> tokens.putAll(claims.claim(slice, placeholders, known)));
        return tokens;
    }

    /** Those of the compute reservations; one that is named twice counts once. */
    private Collection<Placeholders> placeholders(List<SliceReservation> reservations) throws LifecycleException {
        Map<String, Placeholders> placeholders = new LinkedHashMap<>();
        for (SliceReservation reservation : reservations) {
            if (ResourceType.isCompute(reservation.type())) {
                placeholders.put(reservation.id(), Placeholders.of(reservation, settings.hosts(), settings.pubkeys()));
            }
        }
        return placeholders.values();
    }

    /** What is not written when the time is over; one that is refused does not end the wait for the others. */
    private List<String> owed(Collection<ScopeKey> scopes, Duration bound) {
        long end = System.nanoTime() + bound.toNanos();
        Set<ScopeKey> waiting = new LinkedHashSet<>(scopes);
        Set<ScopeKey> refused = new LinkedHashSet<>();
        Settlement settlement = journal.await(waiting, bound);
        while (settlement.refusal().isPresent()) {
            refused.addAll(settlement.refused());
            waiting.removeAll(refused);
            settlement = journal.await(waiting, Duration.ofNanos(Math.max(0, end - System.nanoTime())));
        }
        refused.addAll(settlement.owed());
        return scopes.stream().filter(refused::contains).map(ScopeKey::toString).collect(Collectors.toList());
    }

    @Override
    public void release(String sliceId, SliceReservation reservation) throws LifecycleException {
        ContextId slice = slice(sliceId);
        EntryKey key = named("reservation", EntryKey::parse, reservation.id());
        Map<ScopeKey, TokenPair> known = on() || !settings.missing().isEmpty()
                ? SliceProperties.of(reservation).scopes(slice, key)
                : emptyMap();
        kept(() -> claims.renounce(slice, key, known));
    }

    @Override
    public void delete(String sliceId) throws LifecycleException {
        ContextId slice = slice(sliceId);
        kept(() -> claims.renounce(slice));
    }

    @Override
    public Map<String, String> health() {
        Map<String, String> health = new TreeMap<>(journal.status().health());
        health.put("comet", settings.missing().isEmpty() ? (on() ? "on" : "off") : "half configured");
        health.put("orca.comet.hosts.enabled", Boolean.toString(settings.hosts()));
        health.put("orca.comet.pubkeys.enabled", Boolean.toString(settings.pubkeys()));
        return health;
    }

    /** Whether slices get scopes; half a configuration is an error, as nobody means it. */
    private boolean active() throws LifecycleException {
        boolean wanted = settings.hosts() || settings.pubkeys();
        if (wanted && !settings.missing().isEmpty()) {
            throw new LifecycleException("COMET is half configured: set " + String.join(", ", settings.missing())
                    + " as well, or none of its properties");
        }
        return wanted && on();
    }

    private boolean on() {
        return settings.cometIsConfigured() || cometWasThere;
    }

    private static ContextId slice(String id) throws LifecycleException {
        return named("slice", ContextId::parse, id);
    }

    private static <T> T named(String what, Function<String, T> parser, String id) throws LifecycleException {
        try {
            return parser.apply(id);
        } catch (IllegalArgumentException e) {
            throw new LifecycleException("the " + what + "'s id cannot be used in COMET: " + e.getMessage(), e);
        }
    }

    private static void kept(Step step) throws LifecycleException {
        try {
            step.run();
        } catch (JournalException e) {
            throw new LifecycleException("what COMET is owed cannot be kept on disk: " + e.getMessage(), e);
        }
    }
}
