package org.orcacomet.store.rocksdb.internal;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.orcacomet.api.Family;
import org.orcacomet.api.ScopeValue;
import org.orcacomet.store.Listing;
import org.orcacomet.store.ScopeRecord;

/** The listings of a context between two changes of it. Equal to itself alone: those before a change are others. */
final class ContextListings {
    /** A guess, on the safe side, of what names, hashes and objects take beside the value. */
    private static final int RECORD_BYTES = 800;

    private static final int EMPTY_BYTES = 300;

    private final Map<Optional<Family>, Listing> listings;
    private final long bytes;

    private ContextListings(Map<Optional<Family>, Listing> listings, long bytes) {
        this.listings = listings;
        this.bytes = bytes;
    }

    static ContextListings none() {
        return new ContextListings(Map.of(), EMPTY_BYTES);
    }

    Optional<Listing> find(Optional<Family> family) {
        return Optional.ofNullable(listings.get(family));
    }

    /** These, and one more. */
    ContextListings with(Optional<Family> family, Listing listing) {
        Map<Optional<Family>, Listing> more = new HashMap<>(listings);
        more.put(family, listing);
        return new ContextListings(
                more,
                bytes
                        + EMPTY_BYTES
                        + listing.records().stream()
                                .mapToLong(ContextListings::bytes)
                                .sum());
    }

    /** About what they take of the heap. */
    int bytes() {
        return (int) Math.min(bytes, Integer.MAX_VALUE);
    }

    private static long bytes(ScopeRecord record) {
        int characters =
                record.value().flatMap(ScopeValue::text).map(String::length).orElse(0);
        return RECORD_BYTES + 2L * characters;
    }
}
