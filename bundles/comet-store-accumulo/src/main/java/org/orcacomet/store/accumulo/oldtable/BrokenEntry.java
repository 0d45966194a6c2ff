package org.orcacomet.store.accumulo.oldtable;

import java.util.function.Supplier;

/** A cell is no entry that today's server would have written. The message says why, and shows nothing of it. */
final class BrokenEntry extends Exception {
    private static final long serialVersionUID = 1L;

    BrokenEntry(String reason) {
        super(reason);
    }

    BrokenEntry(String reason, Throwable cause) {
        super(reason, cause);
    }

    /** Refuses an entry for this reason, unless this holds. */
    static void require(boolean holds, String reason) throws BrokenEntry {
        if (!holds) {
            throw new BrokenEntry(reason);
        }
    }

    /** What one of COMET's own types takes; where it refuses, its sentence is the reason. */
    static <T> T unlessRefused(Supplier<T> parsing) throws BrokenEntry {
        try {
            return parsing.get();
        } catch (IllegalArgumentException e) {
            throw new BrokenEntry(e.getMessage(), e);
        }
    }
}
