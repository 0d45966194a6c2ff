package org.orcacomet.service.admin;

/**
 * How many scopes there are.
 *
 * @param present with a value
 * @param nulls whose value is null
 * @param deleted that were deleted, and of which that is still told
 */
public record Counts(long present, long nulls, long deleted) {}
