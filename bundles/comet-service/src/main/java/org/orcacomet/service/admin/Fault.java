package org.orcacomet.service.admin;

import java.util.Optional;
import org.orcacomet.api.ContextId;
import org.orcacomet.api.ScopeKey;

/**
 * Something that is wrong with what the store keeps.
 *
 * @param context in which; empty if it is a fault of the store's files
 * @param scope of which; empty if it is not known, or more than one
 * @param fault what is wrong, without any value
 */
public record Fault(Optional<ContextId> context, Optional<ScopeKey> scope, String fault) {}
