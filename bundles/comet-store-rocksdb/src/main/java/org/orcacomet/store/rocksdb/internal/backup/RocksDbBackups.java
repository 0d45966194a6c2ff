package org.orcacomet.store.rocksdb.internal.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.orcacomet.store.Backup;
import org.orcacomet.store.BackupRefused;
import org.orcacomet.store.BackupRefused.Reason;
import org.orcacomet.store.Backups;
import org.orcacomet.store.RestoredBackup;
import org.orcacomet.store.StoreUnavailable;
import org.orcacomet.store.rocksdb.internal.Acknowledged;
import org.orcacomet.store.rocksdb.internal.Current;
import org.orcacomet.store.rocksdb.internal.Database;
import org.orcacomet.store.rocksdb.internal.Disk;
import org.orcacomet.store.rocksdb.internal.StoreFiles;
import org.orcacomet.store.rocksdb.internal.StoreUnusable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The backups of a store that is in use. */
public final class RocksDbBackups implements Backups {
    private static final Logger LOG = LoggerFactory.getLogger(RocksDbBackups.class);

    /** What RocksDB wants to go on, beside what is to be written. */
    private static final long ROOM = 64 << 20;

    private final Current current;
    private final BackupFolder backups;
    private final Semaphore turn = new Semaphore(1);

    /** Those of this store, in this folder. */
    public RocksDbBackups(Current current, BackupFolder backups) {
        this.current = current;
        this.backups = backups;
    }

    @Override
    public Backup make() throws BackupRefused {
        return alone("no backup was made", () -> {
            Path work = current.folder().workFolder();
            try {
                Backup made = makeOf(new StoreFiles(work));
                removeOldest(made);
                return made;
            } finally {
                Disk.removeAll(work);
            }
        });
    }

    private Backup makeOf(StoreFiles copy) throws IOException, BackupRefused, StoreUnavailable {
        Instant at = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        requireRoom(copy.dir(), current.database().figures().getOrDefault("memtable_bytes", 0L));
        long commits = current.database().copy(copy.database());
        inspect(copy);
        Path part = backups.begin(at);
        try {
            return backups.complete(part, new BackupManifest(at, commits, taken(copy, part)));
        } finally {
            Disk.removeAll(part);
        }
    }

    /** A backup of what is damaged would in time be the only one. */
    private static void inspect(StoreFiles copy) throws IOException, BackupRefused {
        try {
            Database.inspect(copy);
        } catch (StoreUnusable e) {
            throw new BackupRefused(
                    Reason.FAULT,
                    "no backup was made, as the store has damaged files: stop the service and start it again, and it says"
                            + " which",
                    e);
        }
    }

    private static List<BackupFile> taken(StoreFiles copy, Path part) throws IOException {
        List<BackupFile> files = new ArrayList<>();
        for (Path file : Disk.entries(copy.database())) {
            String name = StoreFiles.DATABASE + "/" + file.getFileName();
            files.add(BackupFile.take(file, part, name));
            Disk.keep(part.resolve(name));
        }
        return files;
    }

    private void removeOldest(Backup made) {
        try {
            backups.removeOldest(made);
        } catch (IOException e) {
            LOG.warn("Backups that are too many in {} cannot be removed: {}", backups.path(), e.toString());
        }
    }

    @Override
    public List<Backup> list() throws BackupRefused {
        try {
            return backups.list();
        } catch (IOException e) {
            throw fault("the backups cannot be listed", e);
        }
    }

    @Override
    public RestoredBackup restore(String name) throws BackupRefused {
        return alone("nothing was restored", () -> {
            BackupManifest manifest = backups.manifest(name);
            Path work = current.folder().workFolder();
            try {
                requireRoom(work, manifest.bytes());
                bring(name, manifest, new StoreFiles(work));
                Path former = current.replace(work, aside());
                LOG.info("The backup {} is restored; the former store is in {}.", name, former);
                return new RestoredBackup(manifest.backup(name), former);
            } finally {
                Disk.removeAll(work);
            }
        });
    }

    /** What the former store's folder is to be called. */
    private String aside() {
        return BackupFolder.free(current.folder().path(), "before-restore-", Instant.now());
    }

    /** A copy that was found whole and can be opened. */
    private void bring(String name, BackupManifest manifest, StoreFiles copy) throws IOException, BackupRefused {
        Disk.folder(copy.database());
        for (BackupFile file : manifest.files()) {
            requireSame(name, file, copied(name, file, copy));
        }
        try (Acknowledged number = copy.acknowledged()) {
            number.set(manifest.commits());
        }
        try {
            Database.inspect(copy);
            Database.open(copy).close();
        } catch (StoreUnusable e) {
            LOG.error("The backup {} cannot be opened: {}", name, e.getMessage());
            throw BackupFolder.unusable(name, "is damaged");
        }
    }

    private BackupFile copied(String name, BackupFile file, StoreFiles copy) throws IOException, BackupRefused {
        try {
            return file.copy(backups.path().resolve(name), copy.dir().resolve(file.name()));
        } catch (NoSuchFileException e) {
            throw BackupFolder.unusable(name, "is damaged: its file " + file.name() + " is gone");
        }
    }

    private static void requireSame(String name, BackupFile written, BackupFile found) throws BackupRefused {
        if (!written.equals(found)) {
            throw BackupFolder.unusable(name, "is damaged, in its file " + written.name());
        }
    }

    private static void requireRoom(Path folder, long bytes) throws IOException, BackupRefused {
        long room = Files.getFileStore(folder).getUsableSpace();
        if (room < bytes + ROOM) {
            throw new BackupRefused(
                    Reason.FAULT,
                    "nothing was done, as the disk of " + folder.getParent() + " has " + room
                            + " bytes left: make room of " + (bytes + ROOM));
        }
    }

    private <T> T alone(String refusal, Work<T> work) throws BackupRefused {
        if (!turn.tryAcquire()) {
            throw new BackupRefused(
                    Reason.BUSY, "a backup is being made or restored already: try again once that has ended");
        }
        try {
            return work.run();
        } catch (IOException e) {
            throw fault(refusal, e);
        } catch (StoreUnavailable e) {
            throw new BackupRefused(Reason.FAULT, refusal + ", as " + e.getMessage(), e);
        } finally {
            turn.release();
        }
    }

    private static BackupRefused fault(String refusal, IOException e) {
        return new BackupRefused(
                Reason.FAULT, refusal + " (" + e.getMessage() + "): see that the disk works, and has room", e);
    }

    @FunctionalInterface
    private interface Work<T> {
        T run() throws IOException, BackupRefused, StoreUnavailable;
    }
}
