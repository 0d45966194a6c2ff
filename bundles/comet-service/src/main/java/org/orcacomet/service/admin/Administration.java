package org.orcacomet.service.admin;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.function.Supplier;
import org.orcacomet.api.CometCode;
import org.orcacomet.api.CometException;
import org.orcacomet.api.CometUnavailable;
import org.orcacomet.api.ContextId;
import org.orcacomet.audit.AuditEntry;
import org.orcacomet.audit.AuditLog;
import org.orcacomet.audit.AuditUnavailable;
import org.orcacomet.audit.AuditedCall;
import org.orcacomet.audit.AuditedChange;
import org.orcacomet.service.internal.Age;
import org.orcacomet.service.internal.Auditing;
import org.orcacomet.service.internal.Unavailable;
import org.orcacomet.store.Listing;
import org.orcacomet.store.ScopeRecord;
import org.orcacomet.store.ScopeStore;

/**
 * What operators see of a service and do to it: never a value, a token or its hash. A call may take as long as it takes
 * to read all scopes. What has aged out counts as gone. Safe for use by many threads.
 */
public final class Administration {
    private static final int PURGES = 10;

    private final ScopeStore store;
    private final Lock alone;
    private final Supplier<Age> age;
    private final Optional<AuditLog> audit;
    private final Auditing auditing;

    /**
     * That of this store, for whoever may have it: {@link org.orcacomet.service.CometService#administration} asks.
     *
     * @param alone held while a backup takes the place of all scopes
     */
    public Administration(
            ScopeStore store, Lock alone, Supplier<Age> age, Optional<AuditLog> audit, Auditing auditing) {
        this.store = store;
        this.alone = alone;
        this.age = age;
        this.audit = audit;
        this.auditing = auditing;
    }

    /**
     * The next contexts, at most so many.
     *
     * @throws CometUnavailable if the store does not answer
     */
    public ContextPage contexts(Optional<ContextId> after, int limit) throws CometUnavailable {
        return Unavailable.answer(() -> {
            Survey survey = survey();
            List<ContextSummary> summaries = new ArrayList<>();
            List<ContextId> contexts = store.contexts(after, limit);
            for (ContextId context : contexts) {
                survey.summary(context, store.list(context)).ifPresent(summaries::add);
            }
            return new ContextPage(summaries, next(contexts, limit));
        });
    }

    /**
     * The scopes of this context.
     *
     * @throws CometException if nothing was ever written there, or the store does not answer
     */
    public ContextScopes context(ContextId context) throws CometException {
        Listing listing = existing(context);
        return new ContextScopes(context, listing.revision().orElseThrow(), survey().scopes(listing));
    }

    /**
     * Forgets all records of this context, as if they had never been; its revision stays. A power failure may undo it.
     *
     * @return how many records there were
     * @throws CometException if nothing was ever written there, or the store does not answer
     */
    public long purge(ContextId context) throws CometException {
        return auditing.act(AuditedChange.of(AuditedCall.PURGE, context), () -> forgetAll(context));
    }

    private long forgetAll(ContextId context) throws CometException {
        long purged = 0;
        List<ScopeRecord> records = existing(context).records();
        for (int round = 0; round < PURGES && !records.isEmpty(); round++) {
            purged += forget(records);
            records = existing(context).records();
        }
        if (!records.isEmpty()) {
            throw Unavailable.contended("the context is written to faster than it is purged; purge it again");
        }
        return purged;
    }

    private long forget(List<ScopeRecord> records) throws CometUnavailable {
        return Unavailable.answer(() -> {
            long forgotten = 0;
            for (ScopeRecord record : records) {
                forgotten += store.forget(record) ? 1 : 0;
            }
            return forgotten;
        });
    }

    /**
     * What there is, by a scan of all of it.
     *
     * @throws CometUnavailable if the store does not answer
     */
    public Stats stats() throws CometUnavailable {
        return Unavailable.answer(() -> {
            Tally tally = new Tally(age.get());
            store.scan(tally);
            return tally.stats();
        });
    }

    /**
     * Looks at the next contexts where they are kept, and before the first at the store's files. A fault is told, and
     * what comes after it is looked at nevertheless, as far as that goes.
     *
     * @throws CometUnavailable if the store does not answer
     */
    public VerifiedPage verify(Optional<ContextId> after, int limit) throws CometUnavailable {
        return Unavailable.answer(() -> {
            List<String> files = after.isEmpty() ? store.verifyFiles() : List.of();
            Inspection inspection = new Inspection(store, files);
            List<ContextId> contexts = inspection.contexts(after, limit);
            return inspection.page(contexts, next(contexts, limit));
        });
    }

    /**
     * The latest changes that this service has noted, the latest first, of this context if one is given.
     *
     * @throws CometException if it notes none, or they cannot be read
     */
    public List<AuditEntry> changes(Optional<ContextId> context, int limit) throws CometException {
        if (audit.isEmpty()) {
            throw CometCode.NOT_FOUND.exception("this service has no audit");
        }
        try {
            return audit.get().latest(context, limit);
        } catch (AuditUnavailable e) {
            throw Unavailable.audit(e);
        }
    }

    /**
     * The backups of the store.
     *
     * @throws CometException if it has none of its own
     */
    public StoreBackups backups() throws CometException {
        return new StoreBackups(store, alone, auditing);
    }

    private static Optional<ContextId> next(List<ContextId> page, int limit) {
        return page.size() < limit ? Optional.empty() : Optional.of(page.get(page.size() - 1));
    }

    private Listing existing(ContextId context) throws CometException {
        Listing listing = Unavailable.answer(() -> store.list(context));
        if (listing.revision().isEmpty()) {
            throw CometCode.NOT_FOUND.exception("nothing was ever written to this context");
        }
        return listing;
    }

    Survey survey() {
        return new Survey(age.get());
    }
}
