package org.orcacomet.orca.controller.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.orcacomet.api.ContextId;
import org.orcacomet.api.EntryKey;
import org.orcacomet.api.Precondition;
import org.orcacomet.api.ScopeKey;
import org.orcacomet.api.ScopeWrite;
import org.orcacomet.api.TokenPair;
import org.orcacomet.journal.Claim;
import org.orcacomet.orca.spi.LifecycleException;
import org.orcacomet.orca.spi.SliceReservation;
import org.orcacomet.userdata.family.FamilyCodec;
import org.orcacomet.userdata.family.FamilyEntry;
import org.orcacomet.userdata.family.Host;
import org.orcacomet.userdata.family.InvalidEntry;
import org.orcacomet.userdata.family.PublicKey;
import org.orcacomet.userdata.family.Section;

/**
 * What is written for one reservation of a slice, for its VM to fill in: a scope that a VM filled in already is left
 * alone, so that writing it again is no harm.
 */
public final class Placeholders {
    /** The group that has all VMs of a slice. */
    public static final String GROUP = "all";

    /** What a reservation can have of its slice. */
    static final List<Section<?>> SECTIONS =
            Collections.unmodifiableList(Arrays.asList(Section.HOSTS, Section.PUBLIC_KEYS));

    private final String reservation;
    private final EntryKey key;
    private final Optional<TokenPair> known;
    private final List<Section<?>> sections = new ArrayList<>();
    private final List<FamilyEntry> entries = new ArrayList<>();

    private Placeholders(SliceReservation reservation) {
        this.reservation = reservation.id();
        this.key = EntryKey.parse(reservation.id());
        this.known = SliceProperties.of(reservation).tokens();
    }

    /**
     * Those of this reservation.
     *
     * @throws LifecycleException if its id is no name for COMET, or its host name is needed and missing or wrong
     */
    public static Placeholders of(SliceReservation reservation, boolean hosts, boolean pubkeys)
            throws LifecycleException {
        try {
            Placeholders placeholders = new Placeholders(reservation);
            if (hosts) {
                placeholders.add(Section.HOSTS, Host.of(reservation.hostName()));
            }
            if (pubkeys) {
                placeholders.add(Section.PUBLIC_KEYS, PublicKey.empty());
            }
            return placeholders;
        } catch (InvalidEntry e) {
            throw new LifecycleException("reservation " + reservation.id() + ": unit.hostname: " + e.getMessage(), e);
        } catch (IllegalArgumentException e) {
            throw new LifecycleException("a reservation's id cannot be used in COMET: " + e.getMessage(), e);
        }
    }

    private void add(Section<?> section, FamilyEntry entry) {
        sections.add(section);
        entries.add(entry);
    }

    /** Whether a claim is one on a slice's scope. */
    public static boolean isOne(Claim claim) {
        return SECTIONS.stream().anyMatch(section -> claim.key().family().equals(section.family(GROUP)));
    }

    /** The reservation's id. */
    public String reservation() {
        return reservation;
    }

    /** The reservation's key in COMET. */
    public EntryKey key() {
        return key;
    }

    /** The kinds of its scopes. */
    List<Section<?>> sections() {
        return Collections.unmodifiableList(sections);
    }

    /** The tokens that ORCA has of it already, if it has both. */
    Optional<TokenPair> known() {
        return known;
    }

    /** The writes of them, in this slice and with these tokens. */
    public List<ScopeWrite> writes(ContextId slice, TokenPair tokens) {
        List<ScopeWrite> writes = new ArrayList<>();
        for (int i = 0; i < sections.size(); i++) {
            ScopeKey scope = ScopeKey.of(slice, sections.get(i).family(GROUP), key);
            writes.add(ScopeWrite.of(scope, tokens, FamilyCodec.encode(Collections.singletonList(entries.get(i))))
                    .when(Precondition.absent()));
        }
        return writes;
    }
}
