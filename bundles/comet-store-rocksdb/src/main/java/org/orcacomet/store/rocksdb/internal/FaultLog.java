package org.orcacomet.store.rocksdb.internal;

import java.nio.file.Path;
import java.time.Duration;
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
            String file = DamagedFile.named(fault)
                    .map(name -> ", in its file db/" + name)
                    .orElse("");
            LOG.error("The store in {} has a fault{}: {} ({})", dir, file, wayOut(fault), fault.getMessage());
        }
    }

    private static String wayOut(Exception fault) {
        boolean damaged = fault instanceof RocksDBException e
                && e.getStatus() != null
                && e.getStatus().getCode() == Status.Code.Corruption;
        return damaged
                ? "stop the service and restore the folder from a backup."
                : "make room on its disk, and see that it can be written.";
    }
}
