package org.orcacomet.service.admin;

import java.util.List;
import java.util.Optional;
import org.orcacomet.api.ContextId;

/**
 * What came of looking at some contexts where they are kept.
 *
 * @param contexts how many contexts
 * @param records how many records they have
 * @param faults what is wrong; in the first page that of the store's files too
 * @param next after which the next page begins; empty if this is the last
 */
public record VerifiedPage(long contexts, long records, List<Fault> faults, Optional<ContextId> next) {
    /** A page that no longer changes. */
    public VerifiedPage {
        faults = List.copyOf(faults);
    }
}
