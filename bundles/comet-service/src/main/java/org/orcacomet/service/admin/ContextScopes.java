package org.orcacomet.service.admin;

import java.util.List;
import org.orcacomet.api.ContextId;
import org.orcacomet.api.Revision;

/**
 * A context and all its scopes, at one moment.
 *
 * @param context its name
 * @param revision its revision
 * @param scopes in the order of family and key
 */
public record ContextScopes(ContextId context, Revision revision, List<ScopeSummary> scopes) {
    /** What no longer changes. */
    public ContextScopes {
        scopes = List.copyOf(scopes);
    }
}
