package org.orcacomet.journal.internal;

import java.io.Closeable;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.orcacomet.api.Comet;
import org.orcacomet.api.CometException;
import org.orcacomet.api.ContextId;
import org.orcacomet.api.ScopeKey;
import org.orcacomet.api.ScopeWrite;
import org.orcacomet.api.TokenPair;
import org.orcacomet.journal.Claim;
import org.orcacomet.journal.JournalException;
import org.orcacomet.journal.JournalSettings;
import org.orcacomet.journal.JournalStatus;
import org.orcacomet.journal.Settlement;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The claims and what is owed for them: the journal's one monitor, between those who owe, those who wait and those who pay. */
public final class Accounts implements Closeable {
    private static final Logger LOG = LoggerFactory.getLogger(Accounts.class);

    private final Ledger ledger;
    private final Backoff backoff;
    private final Agenda agenda = new Agenda();
    private Optional<Comet> comet = Optional.empty();
    private boolean stopping;

    private Accounts(Ledger ledger, Backoff backoff) {
        this.ledger = ledger;
        this.backoff = backoff;
        ledger.all().forEach(agenda::put);
    }

    /** Reads what is there. */
    public static Accounts open(JournalSettings settings) throws JournalException {
        Ledger ledger = Ledger.open(JournalFolder.open(settings.folder()));
        return new Accounts(ledger, new Backoff(settings.shortestBackoff(), settings.longestBackoff()));
    }

    /** From now on this Comet is paid with. */
    public synchronized void payWith(Comet next) {
        comet = Optional.of(next);
        agenda.hurry();
        notifyAll();
    }

    /** This Comet is not paid with any more. */
    public synchronized void stopPayingWith(Comet gone) {
        comet = comet.filter(c -> c != gone);
    }

    /** Owes these writes. */
    public synchronized void owe(Collection<ScopeWrite> writes) throws JournalException {
        Instant now = Instant.now();
        change(writes.stream()
                .filter(write -> !Transitions.owedAlready(ledger.find(write.key()), write))
                .map(write -> Claim.owing(write, now))
                .collect(Collectors.toList()));
        writes.forEach(write -> agenda.debt(write.key()).ifPresent(Debt::hurry));
        // What was owed already is no change, and yet due sooner than the payers wait for.
        notifyAll();
    }

    /** Keeps these tokens. */
    public synchronized void hold(Map<ScopeKey, TokenPair> scopes) throws JournalException {
        Instant now = Instant.now();
        change(scopes.entrySet().stream()
                .filter(scope -> Transitions.holdable(ledger.find(scope.getKey()), scope.getValue()))
                .map(scope -> Claim.held(scope.getKey(), scope.getValue(), now))
                .collect(Collectors.toList()));
    }

    /** Owes the deletes of these scopes. */
    public synchronized void renounce(Map<ScopeKey, TokenPair> scopes) throws JournalException {
        Instant now = Instant.now();
        List<Claim> renounced = new ArrayList<>();
        scopes.forEach((key, tokens) ->
                Transitions.renounced(ledger.find(key), key, tokens, now).ifPresent(renounced::add));
        change(renounced);
    }

    private void change(List<Claim> claims) throws JournalException {
        if (!claims.isEmpty()) {
            ledger.record(claims.stream().map(Change::to).collect(Collectors.toList()));
            claims.forEach(agenda::put);
            notifyAll();
        }
    }

    /** Waits until nothing is owed for these scopes, one is refused, or the time is over. */
    public synchronized Settlement await(Collection<ScopeKey> keys, Duration bound) {
        long end = System.nanoTime() + bound.toNanos();
        Settlement settlement = Settlement.owing(agenda.failures(keys));
        while (!stopping && !settlement.done() && !settlement.refusal().isPresent() && waitUntil(end)) {
            settlement = Settlement.owing(agenda.failures(keys));
        }
        return settlement;
    }

    /** False if the time is over, or there was an interrupt, which is kept. */
    private boolean waitUntil(long end) {
        long left = end - System.nanoTime();
        try {
            TimeUnit.NANOSECONDS.timedWait(this, left);
            return left > 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** The next bill, which the caller must {@link #settle}; empty if there is none for this long, or at the end. */
    synchronized Optional<Bill> take(Duration patience) throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        Optional<Bill> bill = bill();
        while (!bill.isPresent() && !stopping && end - System.nanoTime() > 0) {
            TimeUnit.NANOSECONDS.timedWait(this, Math.min(end - System.nanoTime(), untilDue()));
            bill = bill();
        }
        return bill;
    }

    private Optional<Bill> bill() {
        if (stopping || !comet.isPresent()) {
            return Optional.empty();
        }
        List<Debt> due = agenda.next(System.nanoTime());
        return due.isEmpty() ? Optional.empty() : Optional.of(new Bill(comet.get(), due));
    }

    private long untilDue() {
        return comet.isPresent() ? agenda.untilDue(System.nanoTime()) : Long.MAX_VALUE;
    }

    /**
     * Keeps what became of a bill.
     *
     * @param outcomes for each debt that was tried its failure, or that it is paid
     * @return the debts that are refused, and were not before
     */
    synchronized List<Debt> settle(Bill bill, Map<Debt, Optional<CometException>> outcomes) {
        bill.debts().stream()
                .filter(debt -> !agenda.stands(debt) && debt.unanswered(failure(outcomes, debt)))
                .forEach(agenda::expectLateWrite);
        Map<Boolean, List<Debt>> standing = bill.debts().stream()
                .filter(agenda::stands)
                .collect(Collectors.partitioningBy(debt -> Payment.paid(outcomes, debt)));
        List<Debt> unpaid = standing.get(false);
        List<Debt> paid = standing.get(true);
        paid.removeIf(debt -> debt.toBeRepeated(backoff.longest()));
        if (!cleared(paid)) {
            unpaid.addAll(paid);
        }
        unpaid.forEach(debt -> debt.failed(failure(outcomes, debt), backoff));
        List<Debt> refused = unpaid.stream().filter(Debt::toBeReported).collect(Collectors.toList());
        if (comet.filter(c -> c != bill.comet()).isPresent()) {
            // Another Comet was promised them at once, while this one still had them.
            unpaid.forEach(Debt::hurry);
        }
        agenda.free(bill.context());
        notifyAll();
        return refused;
    }

    private static Optional<CometException> failure(Map<Debt, Optional<CometException>> outcomes, Debt debt) {
        return outcomes.getOrDefault(debt, Optional.empty());
    }

    private boolean cleared(List<Debt> paid) {
        try {
            if (!paid.isEmpty()) {
                Instant now = Instant.now();
                ledger.record(paid.stream()
                        .map(debt -> Transitions.paid(debt.claim(), now))
                        .collect(Collectors.toList()));
                paid.forEach(debt -> agenda.remove(debt.claim().key()));
            }
            return true;
        } catch (JournalException e) {
            LOG.error("what was paid is paid once more, as it could not be noted: {}", e.getMessage());
            return false;
        }
    }

    /** The claim on this scope. */
    public synchronized Optional<Claim> claim(ScopeKey key) {
        return ledger.find(key);
    }

    /** The claims in a context that are wanted. */
    public synchronized List<Claim> claims(ContextId context, Predicate<Claim> wanted) {
        return ledger.in(context).stream().filter(wanted).collect(Collectors.toList());
    }

    /** The claims in any context that are wanted. */
    public synchronized List<Claim> claims(Predicate<Claim> wanted) {
        return ledger.all().stream().filter(wanted).collect(Collectors.toList());
    }

    /** How much is held and owed. */
    public synchronized JournalStatus status() {
        return JournalStatus.of(ledger.size(), agenda.size(), agenda.refused(), agenda.oldest());
    }

    /** Why something is still owed, as far as it was tried. */
    synchronized Optional<CometException> failure() {
        return agenda.failure();
    }

    /** Nobody gets a bill any more, and nobody waits. */
    synchronized void stop() {
        stopping = true;
        notifyAll();
    }

    synchronized boolean stopping() {
        return stopping;
    }

    /** Lets go of the files. */
    @Override
    public synchronized void close() {
        ledger.close();
    }
}
