package org.orcacomet.store.accumulo.internal;

import java.util.Optional;
import org.orcacomet.store.StoreUnavailable;

/** The row of a context, as far as it takes to settle a write. */
interface Row {
    /** Sends the write. */
    Outcome send(Write write) throws StoreUnavailable;

    /** The counter that is there now. */
    Optional<Counter> counter() throws StoreUnavailable;
}
