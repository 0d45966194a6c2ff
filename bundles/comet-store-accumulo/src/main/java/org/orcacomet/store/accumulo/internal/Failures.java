package org.orcacomet.store.accumulo.internal;

import org.apache.accumulo.core.client.AccumuloSecurityException;
import org.apache.accumulo.core.client.TableNotFoundException;
import org.orcacomet.store.StoreUnavailable;

/** What Accumulo's exceptions are to those who call the store; nothing of their text goes along, but they are the cause. */
final class Failures {
    private Failures() {}

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
