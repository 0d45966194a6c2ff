package org.orcacomet.http;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.orcacomet.store.Backup;
import org.orcacomet.store.BackupRefused;
import org.orcacomet.store.Backups;
import org.orcacomet.store.RestoredBackup;

/** A backup that can be told to refuse, to have a fault, or to wait. */
final class FakeBackups implements Backups {
    static final Backup BACKUP =
            new Backup("backup-20261122T020500Z", Instant.parse("2026-11-22T02:05:00.123Z"), 5, 12345);

    volatile Optional<BackupRefused> refusal = Optional.empty();
    volatile boolean broken;
    volatile String asked = "";
    volatile CountDownLatch entered = new CountDownLatch(0);
    volatile CountDownLatch mayGoOn = new CountDownLatch(0);

    private <T> T answer(T answer) throws BackupRefused {
        entered.countDown();
        try {
            mayGoOn.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (refusal.isPresent()) {
            throw refusal.get();
        }
        if (broken) {
            throw new IllegalStateException(TroubledStore.SECRET);
        }
        return answer;
    }

    @Override
    public Backup make() throws BackupRefused {
        return answer(BACKUP);
    }

    @Override
    public List<Backup> list() throws BackupRefused {
        return answer(List.of(BACKUP));
    }

    @Override
    public RestoredBackup restore(String name) throws BackupRefused {
        asked = name;
        return answer(new RestoredBackup(BACKUP, Path.of("/data/store/before-restore-20261122T030000Z")));
    }
}
