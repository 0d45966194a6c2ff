package org.orcacomet.service;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.orcacomet.api.CometCode;
import org.orcacomet.api.CometException;
import org.orcacomet.api.CometRejected;
import org.orcacomet.api.CometUnavailable;
import org.orcacomet.audit.AuditedCall;
import org.orcacomet.audit.AuditedChange;
import org.orcacomet.service.internal.Auditing;
import org.orcacomet.service.internal.Restoring;
import org.orcacomet.service.internal.Unavailable;
import org.orcacomet.store.DamagedExport;
import org.orcacomet.store.ExportCounts;
import org.orcacomet.store.ExportPart;
import org.orcacomet.store.ExportReader;
import org.orcacomet.store.ExportWriter;
import org.orcacomet.store.ScopeStore;
import org.orcacomet.store.StoreUnavailable;

/**
 * All scopes of a store, out of it and into it, while it is used: values, the hashes of tokens, tombstones, revisions
 * and times as they are. Made by {@link CometService#archive} for whoever may do that. Safe for use by many threads.
 */
public final class Archive {
    private final ScopeStore store;
    private final Auditing auditing;

    Archive(ScopeStore store, Auditing auditing) {
        this.store = store;
        this.auditing = auditing;
    }

    /**
     * Writes an export. What changes meanwhile is in it as it was before, or as it is after. If this throws, what was
     * written is cut short, and whoever reads it finds that.
     *
     * @throws IOException if it cannot be written
     * @throws CometUnavailable if the store does not answer
     */
    public Transferred exportTo(OutputStream out) throws IOException, CometUnavailable {
        try {
            ExportCounts counts = ExportWriter.write(store, out);
            return new Transferred(counts.contexts(), counts.records(), counts.records());
        } catch (StoreUnavailable e) {
            throw Unavailable.store(e);
        }
    }

    /**
     * Takes an export; a later revision of a record wins over an earlier one, so that it may be repeated. What came
     * before a fault is taken, and the refusal says how much that is.
     *
     * @throws IOException if it cannot be read
     * @throws CometRejected if it is damaged or cut short
     * @throws CometUnavailable if the store does not answer
     */
    public Transferred restoreFrom(InputStream in) throws IOException, CometException {
        try {
            return auditing.act(AuditedChange.of(AuditedCall.IMPORT), () -> restored(in));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private Transferred restored(InputStream in) throws CometException {
        try (Restoring restoring = new Restoring(store)) {
            try {
                return restore(new ExportReader(in), restoring);
            } catch (DamagedExport e) {
                throw new CometRejected(CometCode.BAD_REQUEST, "the export: " + told(e.getMessage(), restoring));
            } catch (StoreUnavailable e) {
                throw Unavailable.store(told("the store cannot answer now", restoring), e);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static Transferred restore(ExportReader reader, Restoring restoring)
            throws IOException, DamagedExport, StoreUnavailable {
        for (Optional<ExportPart> part = reader.next(); part.isPresent(); part = reader.next()) {
            restoring.take(part.get());
        }
        restoring.finish();
        ExportCounts counts = reader.counts();
        return new Transferred(counts.contexts(), counts.records(), restoring.taken());
    }

    private static String told(String reason, Restoring restoring) {
        return reason + "; " + restoring.settled() + " were taken";
    }
}
