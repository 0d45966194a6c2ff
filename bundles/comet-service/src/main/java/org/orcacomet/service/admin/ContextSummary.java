package org.orcacomet.service.admin;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.orcacomet.api.ContextId;
import org.orcacomet.api.Family;
import org.orcacomet.api.Revision;

/**
 * A context, at one moment.
 *
 * @param context its name
 * @param revision its revision
 * @param counts its scopes
 * @param families those of its scopes that were not deleted, in the order of their names
 * @param changed when a scope of it was last changed or renewed; empty if it has none
 */
public record ContextSummary(
        ContextId context, Revision revision, Counts counts, List<Family> families, Optional<Instant> changed) {
    /** A summary that no longer changes. */
    public ContextSummary {
        families = List.copyOf(families);
    }
}
