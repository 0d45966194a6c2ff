package org.orcacomet.store.accumulo.oldtable;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** What became of the entries of a table. For one thread. */
final class Tally {
    /** What can become of one. */
    enum Kind {
        /** All that were read. */
        READ,
        /** Those that went into the export. */
        EXPORTED,
        /** Those among them that were deleted: tombstones. */
        DELETED,
        /** Older ones under the name of another, skipped. */
        DOUBLED,
        /** Untouched for too long, skipped. */
        AGED,
        /** What today's server would not have written, or COMET refuses, skipped. */
        BROKEN
    }

    private final Map<Kind, Long> counts = new EnumMap<>(Kind.class);

    void count(Kind kind) {
        counts.merge(kind, 1L, Long::sum);
    }

    long of(Kind kind) {
        return counts.getOrDefault(kind, 0L);
    }

    /** By the kinds' names in lower case, all of them. */
    Map<String, Long> byName() {
        Map<String, Long> named = new LinkedHashMap<>();
        for (Kind kind : Kind.values()) {
            named.put(kind.name().toLowerCase(Locale.ROOT), of(kind));
        }
        return named;
    }
}
