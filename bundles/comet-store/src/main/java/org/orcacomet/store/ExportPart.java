package org.orcacomet.store;

import org.orcacomet.api.ContextId;

/**
 * A part of an export, as {@link ScopeStore#restore} takes it: some records of one context, of which others may follow.
 *
 * @param context whose records they are
 * @param listing the records, and the context's revision if the export knows it
 */
public record ExportPart(ContextId context, Listing listing) {}
