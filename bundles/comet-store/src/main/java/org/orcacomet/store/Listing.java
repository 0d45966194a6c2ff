package org.orcacomet.store;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.orcacomet.api.Revision;

/**
 * The records of a context, or of one of its families, at one moment.
 *
 * @param records in the order of family and key, each by the bytes of its UTF-8; tombstones among them
 * @param revision of the context at that moment; empty if it was never changed
 */
public record Listing(List<ScopeRecord> records, Optional<Revision> revision) {
    /** A listing that no longer changes. */
    public Listing {
        records = List.copyOf(records);
    }

    /** The revision that its context has reached, where this one, and those of the listing, are known. */
    public Optional<Revision> reach(Optional<Revision> known) {
        return Stream.of(known.stream(), revision.stream(), records.stream().map(ScopeRecord::revision))
                .flatMap(revisions -> revisions)
                .max(Comparator.naturalOrder());
    }
}
