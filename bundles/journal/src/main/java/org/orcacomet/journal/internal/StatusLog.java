package org.orcacomet.journal.internal;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.orcacomet.api.CometException;
import org.orcacomet.journal.JournalStatus;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says how much is owed: at the start, once a minute while anything is, and when nothing is any more. */
final class StatusLog {
    private static final long PAUSE = Duration.ofMinutes(1).toNanos();
    private static final Logger LOG = LoggerFactory.getLogger(StatusLog.class);

    private final Path folder;
    private long said = System.nanoTime();
    private boolean owing;

    StatusLog(Path folder) {
        this.folder = folder;
    }

    synchronized void opened(JournalStatus status) {
        owing = status.owed() > 0;
        LOG.info("journal {} is open: {}", folder, status);
    }

    synchronized void tick(JournalStatus status, Optional<CometException> failure) {
        if (status.owed() > 0 && System.nanoTime() - said > PAUSE) {
            LOG.info(
                    "journal {}: {}{}",
                    folder,
                    status,
                    failure.map(f -> "; COMET: " + f.getMessage()).orElse(""));
            said = System.nanoTime();
            owing = true;
        } else if (status.owed() == 0 && owing) {
            LOG.info("journal {}: nothing is owed any more", folder);
            owing = false;
        }
    }
}
