package org.orcacomet.http;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.orcacomet.store.Backup;
import org.orcacomet.store.BackupRefused;
import org.orcacomet.store.BackupRefused.Reason;
import org.orcacomet.store.Backups;
import org.orcacomet.store.RestoredBackup;
import org.orcacomet.store.StoreUnavailable;

/**
 * One backup that is always there, and says what a real one does of names.
 *
 * @param store whose troubles it has
 */
record TroubledBackups(TroubledStore store) implements Backups {
    private static final Backup ONE =
            new Backup("backup-20261122T020500Z", Instant.parse("2026-11-22T02:05:00Z"), 7, 12_345);

    @Override
    public Backup make() throws BackupRefused {
        return list().get(0);
    }

    @Override
    public List<Backup> list() throws BackupRefused {
        try {
            store.memory().probe();
            return List.of(ONE);
        } catch (StoreUnavailable e) {
            throw new BackupRefused(Reason.FAULT, "the disk is full", e);
        }
    }

    @Override
    public RestoredBackup restore(String name) throws BackupRefused {
        if (!name.matches("backup-\\d{8}T\\d{6}Z")) {
            throw new BackupRefused(Reason.NO_NAME, "a backup has a name");
        }
        if (!name.equals(list().get(0).name())) {
            throw new BackupRefused(Reason.UNKNOWN, "there is no such backup");
        }
        return new RestoredBackup(ONE, Path.of("former"));
    }
}
