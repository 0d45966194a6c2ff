package org.orcacomet.store.rocksdb.internal;

import java.io.IOException;
import java.util.Optional;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.Status;

/**
 * Looks through a store before it is opened, and changes nothing in it: RocksDB drops what it cannot make sense of as
 * soon as it may write, and a file that was cut short looks to it like one that a crash left so.
 */
final class Inspection {
    private final StoreFiles files;

    Inspection(StoreFiles files) {
        this.files = files;
    }

    /**
     * Every block of every file is what was written, and all that was acknowledged is there.
     *
     * @throws StoreUnusable if that is not so
     */
    void require(Options options) throws IOException {
        try (RocksDB rocks = RocksDB.openReadOnly(options, files.database().toString())) {
            rocks.verifyChecksum();
            requireManifest(Optional.ofNullable(rocks.get(Names.manifest())));
            if (commits(rocks) < acknowledged()) {
                throw StoreUnusable.endsEarly(files.dir(), DamagedFile.thatMayEndEarly(files.database()));
            }
        } catch (RocksDBException e) {
            throw refusal(e);
        }
    }

    private void requireManifest(Optional<byte[]> kept) throws IOException {
        Optional<String> damaged =
                kept.isPresent() ? ManifestNote.damaged(files.database(), kept.get()) : Optional.empty();
        if (damaged.isPresent()) {
            throw StoreUnusable.damaged(files.dir(), "db/" + damaged.get());
        }
    }

    private long acknowledged() throws IOException {
        try (Acknowledged number = files.acknowledged()) {
            return number.number();
        }
    }

    /** The number of the last commit in this database. */
    static long commits(RocksDB rocks) throws RocksDBException {
        return Optional.ofNullable(rocks.get(Names.commits()))
                .map(Numbers::number)
                .orElse(0L);
    }

    /** What the operator is told when RocksDB does not open the store. */
    StoreUnusable refusal(RocksDBException reason) throws StoreUnusable {
        boolean full = Optional.ofNullable(reason.getStatus())
                .filter(status -> status.getSubCode() == Status.SubCode.NoSpace)
                .isPresent();
        if (full || !files.isAccessible()) {
            return StoreUnusable.notWritable(files.dir(), reason);
        }
        StoreUnusable damaged = StoreUnusable.damaged(files.dir(), "db/" + DamagedFile.find(files.database(), reason));
        damaged.addSuppressed(reason);
        return damaged;
    }
}
