package org.orcacomet.service.internal;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.orcacomet.api.CometConflict;
import org.orcacomet.api.CometException;
import org.orcacomet.api.ContextId;
import org.orcacomet.api.Enumeration;
import org.orcacomet.api.Family;
import org.orcacomet.api.Precondition;
import org.orcacomet.api.ReadToken;
import org.orcacomet.api.Reading;
import org.orcacomet.api.Revision;
import org.orcacomet.api.Scope;
import org.orcacomet.api.ScopeKey;
import org.orcacomet.api.ScopeWrite;
import org.orcacomet.api.TokenPair;
import org.orcacomet.api.WriteBatch;
import org.orcacomet.audit.AuditedCall;
import org.orcacomet.audit.AuditedChange;
import org.orcacomet.service.AsyncComet;
import org.orcacomet.service.Caller;
import org.orcacomet.service.ServiceSettings;
import org.orcacomet.store.Change;
import org.orcacomet.store.Listing;
import org.orcacomet.store.ScopeRecord;
import org.orcacomet.store.StoreUnavailable;

/** COMET for one caller: reads, has the Authorizer decide, changes, and decides anew when something came between. */
public final class CallerComet implements AsyncComet {
    private final StoreCalls store;
    private final Supplier<ServiceSettings> settings;
    private final Clock clock;
    private final Caller caller;
    private final Auditing auditing;
    private final Changing changing;

    /** COMET on this store for this caller. */
    public CallerComet(
            StoreCalls store, Supplier<ServiceSettings> settings, Clock clock, Caller caller, Auditing auditing) {
        this.store = store;
        this.settings = settings;
        this.clock = clock;
        this.caller = caller;
        this.auditing = auditing;
        this.changing = new Changing(store);
    }

    @Override
    public Optional<Revision> write(ScopeWrite write) throws CometException {
        return changing.await(writeLater(write));
    }

    @Override
    public CompletableFuture<Optional<Revision>> writeLater(ScopeWrite write) {
        return auditing.change(
                () -> List.of(AuditedChange.of(AuditedCall.WRITE, write.key())),
                () -> changing.change(write.key().context(), () -> List.of(decide(authorizer(), write))));
    }

    @Override
    public Optional<Revision> writeAll(WriteBatch batch) throws CometException {
        return changing.await(writeAllLater(batch));
    }

    @Override
    public CompletableFuture<Optional<Revision>> writeAllLater(WriteBatch batch) {
        return auditing.change(
                () -> batch.writes().stream()
                        .map(write -> AuditedChange.of(AuditedCall.BATCH, write.key()))
                        .toList(),
                () -> changing.change(batch.context(), () -> decideAll(batch.writes())));
    }

    @Override
    public void delete(ScopeKey key, TokenPair tokens, Precondition precondition) throws CometException {
        changing.await(deleteLater(key, tokens, precondition));
    }

    @Override
    public CompletableFuture<Optional<Revision>> deleteLater(
            ScopeKey key, TokenPair tokens, Precondition precondition) {
        return auditing.change(
                () -> List.of(AuditedChange.of(AuditedCall.DELETE, key)),
                () -> changing.change(key.context(), () -> deletion(key, tokens, precondition)));
    }

    @Override
    public Reading read(ScopeKey key, ReadToken token) throws CometException {
        return Unavailable.answer(() -> {
            Authorizer authorizer = authorizer();
            Optional<ScopeRecord> stored = store.read(key);
            Reading reading = authorizer.read(token, stored);
            if (reading.scope().isPresent()) {
                renew(authorizer, stored.stream().toList());
            }
            return reading;
        });
    }

    @Override
    public Enumeration enumerate(ContextId context, ReadToken token) throws CometException {
        return Unavailable.answer(() -> enumerate(store.list(context), token));
    }

    @Override
    public Enumeration enumerate(ContextId context, Family family, ReadToken token) throws CometException {
        return Unavailable.answer(() -> enumerate(store.list(context, family), token));
    }

    private Enumeration enumerate(Listing listing, ReadToken token) throws StoreUnavailable {
        Authorizer authorizer = authorizer();
        List<ScopeRecord> readable = listing.records().stream()
                .filter(record -> authorizer.reads(token, record))
                .toList();
        renew(authorizer, readable);
        List<Scope> shown = readable.stream()
                .map(Authorizer::scope)
                .filter(scope -> scope.value().text().isPresent())
                .toList();
        return Enumeration.of(shown, shown.isEmpty() ? Optional.empty() : listing.revision());
    }

    private void renew(Authorizer authorizer, List<ScopeRecord> used) throws StoreUnavailable {
        for (ScopeRecord record : used) {
            if (authorizer.due(record)) {
                store.touch(record, clock.instant());
            }
        }
    }

    private List<Change> deletion(ScopeKey key, TokenPair tokens, Precondition precondition)
            throws CometException, StoreUnavailable {
        return authorizer().delete(tokens, precondition, store.read(key)).stream()
                .toList();
    }

    private Change decide(Authorizer authorizer, ScopeWrite write) throws CometException, StoreUnavailable {
        return authorizer.write(write, store.read(write.key()));
    }

    private List<Change> decideAll(List<ScopeWrite> writes) throws CometException, StoreUnavailable {
        Authorizer authorizer = authorizer();
        List<Change> changes = new ArrayList<>();
        for (ScopeWrite write : writes) {
            try {
                changes.add(decide(authorizer, write));
            } catch (CometException e) {
                throw ofEntry(changes.size(), e);
            }
        }
        return changes;
    }

    private static CometException ofEntry(int index, CometException refusal) {
        String message = "entry " + index + ": " + refusal.getMessage();
        return refusal instanceof CometConflict conflict
                ? new CometConflict(message, conflict.current())
                : refusal.code().exception(message);
    }

    private Authorizer authorizer() {
        return new Authorizer(settings.get(), caller, clock.instant());
    }
}
