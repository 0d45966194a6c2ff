package org.orcacomet.service.admin;

import java.time.Instant;
import org.orcacomet.api.Reading;
import org.orcacomet.api.Revision;
import org.orcacomet.api.ScopeKey;

/**
 * A scope, without its value and its tokens.
 *
 * @param key its name
 * @param state whether it is there
 * @param revision the context's at its last change
 * @param changed when it was last changed or renewed
 * @param bytes how many bytes of UTF-8 its value takes
 */
public record ScopeSummary(ScopeKey key, Reading.State state, Revision revision, Instant changed, long bytes) {}
