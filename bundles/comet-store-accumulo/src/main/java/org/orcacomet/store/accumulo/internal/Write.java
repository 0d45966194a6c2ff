package org.orcacomet.store.accumulo.internal;

import java.util.List;
import java.util.Optional;
import org.orcacomet.api.ContextId;
import org.orcacomet.api.ScopeKey;
import org.orcacomet.store.ScopeRecord;

/**
 * A write of a context: it happens if the counter is the one that is expected, and at most once, as it replaces it.
 *
 * @param context whose row it is
 * @param expected the counter that must be there; empty if there must be none
 * @param next the counter that it puts
 * @param puts the records that it puts
 * @param deletes the records that it takes away
 */
record Write(
        ContextId context, Optional<Counter> expected, Counter next, List<ScopeRecord> puts, List<ScopeKey> deletes) {}
