package org.orcacomet.store.rocksdb.internal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Optional;
import java.util.Set;
import org.orcacomet.api.ContextId;
import org.orcacomet.api.Family;
import org.orcacomet.store.Listing;
import org.orcacomet.store.StoreUnavailable;

/**
 * What was listed lately, in the heap, up to so many bytes. While a context changes, nothing of it is here, so that
 * whoever has seen a change in the database finds it in every listing that he asks for after that. Safe for use by
 * many threads; changes are made by one at a time.
 */
public final class Listings {
    private static final ContextListings CHANGING = ContextListings.none();

    private final Cache<ContextId, ContextListings> contexts;

    /** Listings of so many bytes, as far as can be guessed. */
    public Listings(long maxBytes) {
        // The caller's own thread does the cache's work: there is little, and no pool to end.
        contexts = Caffeine.newBuilder()
                .maximumWeight(maxBytes)
                .<ContextId, ContextListings>weigher((context, held) -> held == CHANGING ? 0 : held.bytes())
                .executor(Runnable::run)
                .build();
    }

    /** The listing of a family, or of all, as it is now; read from the database if it is not here. */
    public Listing list(ContextId context, Optional<Family> family, Source database) throws StoreUnavailable {
        ContextListings held = contexts.asMap().computeIfAbsent(context, absent -> ContextListings.none());
        Optional<Listing> here = held.find(family);
        if (here.isPresent()) {
            return here.get();
        }
        Listing read = database.list(context, family);
        if (held != CHANGING) {
            // Only if it still is what was there before the database was read: else something has changed.
            contexts.asMap().replace(context, held, held.with(family, read));
        }
        return read;
    }

    /** Makes a change of these contexts. */
    public void change(Set<ContextId> changed, Write write) throws StoreUnavailable {
        changed.forEach(context -> contexts.put(context, CHANGING));
        try {
            write.run();
        } finally {
            contexts.invalidateAll(changed);
        }
    }

    /** Where listings come from. */
    @FunctionalInterface
    public interface Source {
        /** One family of a context, or all of it, at one moment. */
        Listing list(ContextId context, Optional<Family> family) throws StoreUnavailable;
    }

    /** A change of the database. */
    @FunctionalInterface
    public interface Write {
        /** When this returns, or fails, it is over. */
        void run() throws StoreUnavailable;
    }
}
