package org.orcacomet.store.rocksdb.internal;

import java.io.IOException;
import java.nio.file.Path;

/**
 * A store that cannot be opened. The message is one sentence for the operator: what is wrong, and what to do. What
 * led to it is suppressed, not the cause, so that this sentence is the last word.
 */
public final class StoreUnusable extends IOException {
    private static final long serialVersionUID = 1L;

    private StoreUnusable(String message) {
        super(message);
    }

    static StoreUnusable unnamed() {
        return new StoreUnusable("The store has no folder: set dir of org.orcacomet.store.rocksdb.");
    }

    static StoreUnusable notWritable(Path dir, Exception reason) {
        StoreUnusable unusable = new StoreUnusable("The store's folder " + dir
                + " cannot be written: let the user that the service runs as own it, make room on its disk, or set dir of"
                + " org.orcacomet.store.rocksdb to another.");
        unusable.addSuppressed(reason);
        return unusable;
    }

    static StoreUnusable notAStore(Path dir) {
        return new StoreUnusable("The folder " + dir
                + " holds something else than a store: set dir of org.orcacomet.store.rocksdb to an empty or new one.");
    }

    static StoreUnusable openElsewhere(Path dir) {
        return new StoreUnusable("The store in " + dir
                + " is open elsewhere: stop the other service, or set dir of org.orcacomet.store.rocksdb to another.");
    }

    static StoreUnusable otherVersion(Path dir, String version) {
        return new StoreUnusable(
                "The store in " + dir + " is of version " + version + ", and this service reads version "
                        + StoreFolder.VERSION + " alone: run the release that made it, or set dir to another folder.");
    }

    /** A file of the store is not what was written. */
    static StoreUnusable damaged(Path dir, String file) {
        return new StoreUnusable("The store in " + dir + " is damaged, in its file " + file
                + ": move the folder away, start the service, and restore a backup.");
    }

    /** What was acknowledged last is not there. */
    static StoreUnusable endsEarly(Path dir, String files) {
        return new StoreUnusable("The store in " + dir + " has lost changes that were acknowledged, as " + files
                + " was cut short or is gone: move the folder away, start the service, and restore a backup, or, to go on without them, remove "
                + StoreFiles.ACKNOWLEDGED + " from it.");
    }

    static StoreUnusable foreignPlatform(Throwable reason) {
        StoreUnusable unusable =
                new StoreUnusable("The store's native library cannot be loaded: it takes Linux with glibc"
                        + " on x86-64, and a store folder on a file system that is not mounted noexec.");
        unusable.addSuppressed(reason);
        return unusable;
    }
}
