package org.orcacomet.store.rocksdb.internal;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.rocksdb.RocksDBException;
import org.rocksdb.Status;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the operator of the faults of an open store, at most once a minute: calls that fail come in thousands. */
final class FaultLog {
    private static final Logger LOG = LoggerFactory.getLogger(FaultLog.class);
    private static final long PAUSE = Duration.ofMinutes(1).toNanos();

    private final Path dir;
    private final AtomicLong next = new AtomicLong(System.nanoTime());

    FaultLog(Path dir) {
        this.dir = dir;
    }

    void report(Exception fault) {
        long now = System.nanoTime();
        long due = next.get();
        if (now - due >= 0 && next.compareAndSet(due, now + PAUSE)) {
            LOG.error("The store in {} {} ({})", dir, sentence(fault), fault.getMessage());
        }
    }

    /** What is wrong, and the way out. */
    static String sentence(Exception fault) {
        String file =
                DamagedFile.named(fault).map(name -> ", in its file db/" + name).orElse("");
        return "has a fault" + file + ": " + wayOut(fault);
    }

    private static String wayOut(Exception fault) {
        Optional<Status> status = Optional.of(fault)
                .filter(RocksDBException.class::isInstance)
                .map(rocks -> ((RocksDBException) rocks).getStatus());
        if (status.filter(s -> s.getCode() == Status.Code.Corruption).isPresent()) {
            return "restore a backup.";
        }
        return status.filter(s -> s.getSubCode() == Status.SubCode.NoSpace).isPresent()
                ? "make room of 64 MB on its disk, and it goes on by itself."
                : "see that its disk works, and restart the service.";
    }
}
