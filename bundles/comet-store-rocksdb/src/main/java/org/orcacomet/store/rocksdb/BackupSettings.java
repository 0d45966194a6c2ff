package org.orcacomet.store.rocksdb;

import java.nio.file.Path;

/**
 * Where the backups of a store are, and how many.
 *
 * @param folder their folder, which is made when the first is
 * @param keep how many there may be: the oldest are removed once there is a new one
 */
public record BackupSettings(Path folder, int keep) {
    /** How many are kept, unless it is said. */
    public static final int KEEP = 7;

    /**
     * Settings.
     *
     * @throws IllegalArgumentException if none is to be kept
     */
    public BackupSettings {
        folder = folder.toAbsolutePath().normalize();
        if (keep < 1) {
            throw new IllegalArgumentException("backup.keep is " + keep + ": set it to 1 or more");
        }
    }

    /** Backups in a folder beside this store. */
    public static BackupSettings beside(Path store) {
        return new BackupSettings(store.toAbsolutePath().normalize().resolveSibling("backups"), KEEP);
    }

    /** The same, of which so many are kept. */
    public BackupSettings keeping(int number) {
        return new BackupSettings(folder, number);
    }
}
