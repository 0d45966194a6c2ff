package org.orcacomet.service.admin;

import org.orcacomet.api.ScopeValue;

/**
 * A scope with its value, for the operator of the process alone.
 *
 * @param summary all but its value
 * @param value its value; null where it was deleted
 */
public record ScopeContent(ScopeSummary summary, ScopeValue value) {}
