package org.orcacomet.service.admin;

import java.util.List;
import java.util.Optional;
import org.orcacomet.api.ContextId;

/**
 * Some contexts.
 *
 * @param contexts in the order of the bytes of their names' UTF-8
 * @param next after which the next page begins; empty if this is the last
 */
public record ContextPage(List<ContextSummary> contexts, Optional<ContextId> next) {
    /** A page that no longer changes. */
    public ContextPage {
        contexts = List.copyOf(contexts);
    }
}
