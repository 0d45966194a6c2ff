package org.orcacomet.journal.internal;

import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.orcacomet.api.CometException;
import org.orcacomet.api.ContextId;
import org.orcacomet.api.ScopeKey;
import org.orcacomet.journal.Claim;

/** What is to be paid, and when. A context is paid by one payer at a time, which keeps the order for each scope. */
final class Agenda {
    private final Map<ScopeKey, Debt> debts = new LinkedHashMap<>();
    private final Set<ContextId> busy = new HashSet<>();

    /** The claim that counts from now on for its scope. */
    void put(Claim claim) {
        Optional<Debt> before = Optional.ofNullable(debts.remove(claim.key()));
        if (claim.owed()) {
            debts.put(claim.key(), new Debt(claim));
            before.filter(Debt::expectsLateWrite).ifPresent(this::expectLateWrite);
        }
    }

    /** What is owed by now instead of this debt, if anything is, learns that a write may still arrive. */
    void expectLateWrite(Debt before) {
        debt(before.claim().key()).ifPresent(Debt::expectLateWrite);
    }

    void remove(ScopeKey key) {
        debts.remove(key);
    }

    Optional<Debt> debt(ScopeKey key) {
        return Optional.ofNullable(debts.get(key));
    }

    /** Whether nothing else is owed for its scope by now. */
    boolean stands(Debt debt) {
        return debts.get(debt.claim().key()) == debt;
    }

    void hurry() {
        debts.values().forEach(Debt::hurry);
    }

    /** What is due in one context, least tried first, in the context that was least tried; empty if nothing is due. */
    List<Debt> next(long now) {
        Optional<Debt> first = idle().filter(d -> d.untilDue(now) <= 0).min(Comparator.comparingInt(Debt::attempts));
        return first.map(d -> due(context(d), now)).orElse(Collections.emptyList());
    }

    private List<Debt> due(ContextId context, long now) {
        busy.add(context);
        return debts.values().stream()
                .filter(d -> context(d).equals(context) && d.untilDue(now) <= 0)
                .sorted(Comparator.comparingInt(Debt::attempts))
                .collect(Collectors.toList());
    }

    void free(ContextId context) {
        busy.remove(context);
    }

    long untilDue(long now) {
        return idle().mapToLong(d -> d.untilDue(now)).min().orElse(Long.MAX_VALUE);
    }

    private Stream<Debt> idle() {
        return debts.values().stream().filter(d -> !busy.contains(context(d)));
    }

    private static ContextId context(Debt debt) {
        return debt.claim().key().context();
    }

    int size() {
        return debts.size();
    }

    int refused() {
        return (int) debts.values().stream().filter(Debt::refused).count();
    }

    Optional<Instant> oldest() {
        return debts.values().stream().map(d -> d.claim().since()).min(Comparator.naturalOrder());
    }

    /** Why something is still owed, as far as it was tried. */
    Optional<CometException> failure() {
        return debts.values().stream().flatMap(d -> stream(d.failure())).findFirst();
    }

    /** The failures of these scopes that are still owed. */
    Map<ScopeKey, Optional<CometException>> failures(Collection<ScopeKey> keys) {
        Map<ScopeKey, Optional<CometException>> owed = new LinkedHashMap<>();
        keys.forEach(key -> debt(key).ifPresent(debt -> owed.put(key, debt.failure())));
        return owed;
    }

    private static <T> Stream<T> stream(Optional<T> optional) {
        return optional.map(Stream::of).orElseGet(Stream::empty);
    }
}
