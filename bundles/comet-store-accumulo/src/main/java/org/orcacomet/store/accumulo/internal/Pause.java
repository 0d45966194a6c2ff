package org.orcacomet.store.accumulo.internal;

import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.orcacomet.store.StoreUnavailable;

/** Lets others go first. */
final class Pause {
    private static final long MAX_MILLIS = 20;

    private Pause() {}

    /** A random moment; no two heads wait equally long. */
    static void shortly(Deadline deadline) throws StoreUnavailable {
        if (deadline.isOver()) {
            throw new StoreUnavailable("Accumulo did not settle a change in time; it may or may not have happened");
        }
        try {
            TimeUnit.MILLISECONDS.sleep(1 + ThreadLocalRandom.current().nextLong(MAX_MILLIS));
        } catch (InterruptedException e) {
            throw Failures.givenUp(e);
        }
    }
}
