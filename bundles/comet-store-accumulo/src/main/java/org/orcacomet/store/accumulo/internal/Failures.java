package org.orcacomet.store.accumulo.internal;

import org.apache.accumulo.core.client.AccumuloSecurityException;
import org.apache.accumulo.core.client.TableNotFoundException;
import org.orcacomet.store.StoreUnavailable;

/** What Accumulo's exceptions are to those who call the store; nothing of their text goes along, but they are the cause. */
final class Failures {
    private Failures() {}

    /** Whoever waited was interrupted; his thread stays so. */
    static StoreUnavailable givenUp(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new StoreUnavailable("a call was given up", e);
    }

    static StoreUnavailable unavailable(Exception failure) {
        if (failure instanceof AccumuloSecurityException security) {
            return new StoreUnavailable("Accumulo refuses its user: " + security.getSecurityErrorCode(), failure);
        }
        if (failure instanceof TableNotFoundException) {
            return new StoreUnavailable("Accumulo has no such table any more", failure);
        }
        return new StoreUnavailable("Accumulo does not answer", failure);
    }
}
