package org.orcacomet.store.accumulo.internal;

import java.util.Optional;
import org.orcacomet.store.StoreUnavailable;

/**
 * Sends a write until it is known whether it happened. An unknown end is looked up, never guessed: the counter has the
 * ids of the last writes, and a write can happen only while the counter is the one that it expects.
 */
final class Settlement {
    private final Row row;
    private final Write write;
    private final Deadline deadline;

    Settlement(Row row, Write write, Deadline deadline) {
        this.row = row;
        this.write = write;
        this.deadline = deadline;
    }

    /**
     * Whether it has happened; if not, it never will.
     *
     * @throws StoreUnavailable if that cannot be told
     */
    boolean happened() throws StoreUnavailable {
        Outcome outcome = row.send(write);
        boolean sentOnce = true;
        while (outcome != Outcome.ACCEPTED && !(outcome == Outcome.REJECTED && sentOnce)) {
            Optional<Counter> current = row.counter();
            if (!current.equals(write.expected())) {
                return isIn(current);
            }
            Pause.shortly(deadline);
            outcome = row.send(write);
            sentOnce = false;
        }
        return outcome == Outcome.ACCEPTED;
    }

    private boolean isIn(Optional<Counter> current) throws StoreUnavailable {
        if (current.filter(counter -> counter.remembers(write.next())).isPresent()) {
            return true;
        }
        if (current.filter(counter -> counter.reachesBackTo(write.expected())).isEmpty()) {
            throw new StoreUnavailable("a change may or may not have happened: too many others came after it");
        }
        return false;
    }
}
