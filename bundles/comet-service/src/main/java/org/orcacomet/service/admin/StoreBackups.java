package org.orcacomet.service.admin;

import java.util.List;
import java.util.concurrent.locks.Lock;
import org.orcacomet.api.CometCode;
import org.orcacomet.api.CometException;
import org.orcacomet.audit.AuditedCall;
import org.orcacomet.audit.AuditedChange;
import org.orcacomet.service.internal.Auditing;
import org.orcacomet.store.BackupRefused;
import org.orcacomet.store.Backups;
import org.orcacomet.store.ScopeStore;

/** The backups of a service's store, for administrators. A call may take as long as it takes to read all scopes. */
public final class StoreBackups {
    private final Backups backups;
    private final Lock alone;
    private final Auditing auditing;

    /**
     * Those of this store.
     *
     * @param alone held while all scopes are others: no export and no import may be half of one and half of the other
     * @throws CometException if the store has none
     */
    StoreBackups(ScopeStore store, Lock alone, Auditing auditing) throws CometException {
        this.backups = store.backups()
                .orElseThrow(() -> CometCode.BAD_REQUEST.exception(
                        "this service's store has no backups of its own: export its scopes, and import them"));
        this.alone = alone;
        this.auditing = auditing;
    }

    /**
     * Makes a backup, while the service is used.
     *
     * @throws CometException if it cannot be made, or one is being made or restored; nothing is there then
     */
    public BackupSummary make() throws CometException {
        return BackupSummary.of(auditing.act(AuditedChange.of(AuditedCall.BACKUP), () -> told(backups::make)));
    }

    /**
     * All that are whole, the oldest first.
     *
     * @throws CometException if they cannot be read
     */
    public List<BackupSummary> list() throws CometException {
        return told(backups::list).stream().map(BackupSummary::of).toList();
    }

    /**
     * Has a backup take the place of all scopes. Calls are answered until then, and for a moment refused.
     *
     * @throws CometException if it cannot be restored; nothing is changed then
     */
    public RestoreSummary restore(String name) throws CometException {
        return auditing.act(AuditedChange.of(AuditedCall.RESTORE), () -> restored(name));
    }

    private RestoreSummary restored(String name) throws CometException {
        if (!alone.tryLock()) {
            throw CometCode.TOO_MANY_REQUESTS.exception(
                    "scopes are being exported or imported: restore the backup once that has ended");
        }
        try {
            return RestoreSummary.of(told(() -> backups.restore(name)));
        } finally {
            alone.unlock();
        }
    }

    private static <T> T told(Question<T> question) throws CometException {
        try {
            return question.ask();
        } catch (BackupRefused e) {
            throw code(e.reason()).exception(e.getMessage());
        }
    }

    private static CometCode code(BackupRefused.Reason reason) {
        return switch (reason) {
            case NO_NAME, UNUSABLE -> CometCode.BAD_REQUEST;
            case UNKNOWN -> CometCode.NOT_FOUND;
            case BUSY -> CometCode.TOO_MANY_REQUESTS;
            case FAULT -> CometCode.SERVICE_UNAVAILABLE;
        };
    }

    @FunctionalInterface
    private interface Question<T> {
        T ask() throws BackupRefused;
    }
}
