package org.orcacomet.service.admin;

import java.time.Instant;
import org.orcacomet.store.Backup;

/**
 * A backup of all scopes.
 *
 * @param name under which it is restored
 * @param created when it was made
 * @param files how many files it has
 * @param bytes how many bytes these have
 */
public record BackupSummary(String name, Instant created, int files, long bytes) {
    static BackupSummary of(Backup backup) {
        return new BackupSummary(backup.name(), backup.created(), backup.files(), backup.bytes());
    }
}
