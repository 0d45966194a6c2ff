package org.orcacomet.service.admin;

import org.orcacomet.store.RestoredBackup;

/**
 * A backup that has taken the place of all scopes.
 *
 * @param backup the backup
 * @param former the folder in which what was there before is kept until an operator removes it
 */
public record RestoreSummary(BackupSummary backup, String former) {
    static RestoreSummary of(RestoredBackup restored) {
        return new RestoreSummary(
                BackupSummary.of(restored.backup()), restored.former().toString());
    }
}
