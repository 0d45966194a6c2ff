package org.orcacomet.journal.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.orcacomet.api.Comet;
import org.orcacomet.api.CometCode;
import org.orcacomet.api.CometConflict;
import org.orcacomet.api.CometException;
import org.orcacomet.api.CometProtocolException;
import org.orcacomet.api.CometUnavailable;
import org.orcacomet.api.Precondition;
import org.orcacomet.api.ScopeWrite;
import org.orcacomet.api.WriteBatch;
import org.orcacomet.journal.Claim.State;

/** Pays one bill: writes as a batch, or each alone where the batch is refused; then the deletes. Ends at an outage. */
final class Payment {
    /** A call to COMET that works or throws. */
    private interface Call {
        void run() throws CometException;
    }

    private final Comet comet;
    private final Map<Debt, Optional<CometException>> outcomes = new LinkedHashMap<>();
    private Optional<CometException> outage = Optional.empty();

    Payment(Comet comet) {
        this.comet = comet;
    }

    static boolean paid(Map<Debt, Optional<CometException>> outcomes, Debt debt) {
        return outcomes.containsKey(debt) && !outcomes.get(debt).isPresent();
    }

    /** For each debt that was tried so far its failure, or that it is paid. */
    Map<Debt, Optional<CometException>> outcomes() {
        return outcomes;
    }

    void pay(List<Debt> debts) {
        Map<Boolean, List<Debt>> byKind =
                debts.stream().collect(Collectors.partitioningBy(d -> d.claim().state() == State.WRITE_OWED));
        List<Debt> writes = byKind.get(true);
        for (int from = 0; from < writes.size(); from += WriteBatch.MAX_WRITES) {
            write(writes.subList(from, Math.min(from + WriteBatch.MAX_WRITES, writes.size())));
        }
        byKind.get(false).forEach(debt -> alone(debt, () -> delete(debt)));
    }

    private void write(List<Debt> writes) {
        if (writes.size() == 1 || outage.isPresent() || !batch(writes)) {
            writes.forEach(debt -> alone(debt, () -> write(debt)));
        }
    }

    /** False if each is to be tried alone. */
    private boolean batch(List<Debt> writes) {
        List<ScopeWrite> all = writes.stream().map(Payment::owed).collect(Collectors.toList());
        if (attempt(() -> comet.writeAll(WriteBatch.of(all))).isPresent()) {
            return false;
        }
        writes.forEach(debt -> outcomes.put(debt, Optional.empty()));
        return true;
    }

    private void alone(Debt debt, Call call) {
        outcomes.put(debt, outage.isPresent() ? outage : attempt(call));
    }

    private void write(Debt debt) throws CometException {
        try {
            comet.write(owed(debt));
        } catch (CometConflict e) {
            if (!thereAlready(owed(debt), e)) {
                throw e;
            }
        }
    }

    private static ScopeWrite owed(Debt debt) {
        return debt.claim().write().orElseThrow(IllegalStateException::new);
    }

    /**
     * Whether the scope that was to be absent is there with our tokens. The server says so by a revision; one that
     * counts none compares read tokens only, so that being let in to read is as much as it can say.
     */
    private boolean thereAlready(ScopeWrite write, CometConflict conflict) throws CometException {
        return conflict.current().isPresent()
                || comet.read(write.key(), write.tokens().read())
                        .scope()
                        .filter(scope -> !scope.revision().isPresent())
                        .isPresent();
    }

    private void delete(Debt debt) throws CometException {
        comet.delete(debt.claim().key(), debt.claim().tokens(), Precondition.none());
    }

    private Optional<CometException> attempt(Call call) {
        Optional<CometException> failure = failure(call);
        outage = failure.filter(Payment::concernsAll);
        return failure;
    }

    /** A peer or a provider that is broken may be repaired, so its exceptions are outages as well. */
    private static Optional<CometException> failure(Call call) {
        try {
            call.run();
            return Optional.empty();
        } catch (CometException e) {
            return Optional.of(e);
        } catch (CometProtocolException e) {
            return Optional.of(outage(e.getMessage(), e));
        } catch (RuntimeException | LinkageError e) {
            return Optional.of(outage("COMET cannot be called: " + e.getClass().getName(), e));
        }
    }

    private static CometException outage(String message, Throwable cause) {
        return new CometUnavailable(CometCode.SERVICE_UNAVAILABLE, message, Optional.empty(), cause);
    }

    /** A fault of the service may come from one value; when it cannot be reached the next try would end the same. */
    private static boolean concernsAll(CometException failure) {
        return failure.retryable() && failure.code() != CometCode.INTERNAL_SERVER_ERROR;
    }
}
