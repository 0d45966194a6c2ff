package org.orcacomet.service.internal;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.orcacomet.api.CometConflict;
import org.orcacomet.api.CometDenied;
import org.orcacomet.api.CometException;
import org.orcacomet.api.CometRejected;
import org.orcacomet.api.Revision;
import org.orcacomet.audit.AuditEntry;
import org.orcacomet.audit.AuditLog;
import org.orcacomet.audit.AuditUnavailable;
import org.orcacomet.audit.AuditedCall;
import org.orcacomet.audit.AuditedChange;
import org.orcacomet.audit.Author;
import org.orcacomet.audit.Draft;
import org.orcacomet.audit.Outcome;
import org.orcacomet.service.Caller;
import org.orcacomet.service.CallerIdentity;

/** Has the audit, where there is one, tell of what a caller changes; and refuses it where that cannot be told. */
public final class Auditing {
    private final Optional<AuditLog> audit;
    private final Clock clock;
    private final Caller caller;

    /** That of this caller. */
    public Auditing(Optional<AuditLog> audit, Clock clock, Caller caller) {
        this.audit = audit;
        this.clock = clock;
        this.caller = caller;
    }

    /** What an administrator does. */
    @FunctionalInterface
    public interface Deed<T> {
        /** Does it. */
        T act() throws CometException;
    }

    /** A change that ends later: it begins if its lines can be written, and has ended when they are. */
    CompletableFuture<Optional<Revision>> change(
            Supplier<List<AuditedChange>> lines, Supplier<CompletableFuture<Optional<Revision>>> change) {
        if (audit.isEmpty()) {
            return change.get();
        }
        try {
            Draft draft = audit.get().begin(author(), lines.get());
            return begun(draft, change).handle((revision, failure) -> ended(draft, revision, failure));
        } catch (AuditUnavailable e) {
            return CompletableFuture.failedFuture(Unavailable.audit(e));
        }
    }

    private static CompletableFuture<Optional<Revision>> begun(
            Draft draft, Supplier<CompletableFuture<Optional<Revision>>> change) {
        try {
            return change.get();
        } catch (RuntimeException | Error e) {
            draft.abandoned();
            throw e;
        }
    }

    private Optional<Revision> ended(Draft draft, Optional<Revision> revision, Throwable failure) {
        if (failure != null) {
            Throwable cause = Completions.cause(failure);
            draft.refused(clock.instant(), outcome(cause));
            throw new CompletionException(cause);
        }
        try {
            draft.done(clock.instant(), revision);
            return revision;
        } catch (AuditUnavailable e) {
            throw new CompletionException(Unavailable.audit(e));
        }
    }

    /**
     * What an administrator does, which has ended when its line is written.
     *
     * @throws CometException if it ends so, or its line cannot be written
     */
    public <T> T act(AuditedChange change, Deed<T> deed) throws CometException {
        if (audit.isEmpty()) {
            return deed.act();
        }
        try {
            return act(audit.get().begin(author(), List.of(change)), deed);
        } catch (AuditUnavailable e) {
            throw Unavailable.audit(e);
        }
    }

    private <T> T act(Draft draft, Deed<T> deed) throws CometException, AuditUnavailable {
        try {
            T result = deed.act();
            draft.done(clock.instant(), Optional.empty());
            return result;
        } catch (CometException e) {
            draft.refused(clock.instant(), outcome(e));
            throw e;
        } catch (RuntimeException | Error e) {
            draft.abandoned();
            throw e;
        }
    }

    /** That he wanted to be an administrator, and is none. */
    public void deniedAdministration() {
        audit.ifPresent(log -> log.refused(new AuditEntry(
                clock.instant(), author(), AuditedChange.of(AuditedCall.ADMIN), AuditEntry.Ending.of(Outcome.DENIED))));
    }

    private Author author() {
        return new Author(
                caller.standing().name().toLowerCase(Locale.ROOT),
                caller.identity().map(identity -> identity.subject().getName()).orElse(""),
                caller.identity().map(CallerIdentity::keyFingerprint).orElse(""));
    }

    private static Outcome outcome(Throwable failure) {
        if (failure instanceof CometDenied) {
            return Outcome.DENIED;
        }
        if (failure instanceof CometConflict) {
            return Outcome.CONFLICT;
        }
        return failure instanceof CometRejected ? Outcome.REJECTED : Outcome.UNAVAILABLE;
    }
}
