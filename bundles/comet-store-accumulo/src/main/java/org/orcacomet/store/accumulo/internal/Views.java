package org.orcacomet.store.accumulo.internal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Optional;
import org.orcacomet.api.ContextId;

/**
 * The views of the contexts that were read or written lately. They save reading before a write, and decide nothing: a
 * write on a view that is out of date does not happen, and is then decided anew on what is there.
 */
final class Views {
    private static final long MAX_RECORDS = 100_000;

    private final Cache<ContextId, View> views = Caffeine.newBuilder()
            .maximumWeight(MAX_RECORDS)
            .<ContextId, View>weigher((context, view) -> 4 + view.revisions().size())
            .build();

    Optional<View> of(ContextId context) {
        return Optional.ofNullable(views.getIfPresent(context));
    }

    /** Notes what was read, unless another view has come since this one was there, as that may be newer. */
    void note(ContextId context, Optional<View> before, View read) {
        views.asMap()
                .compute(context, (id, now) -> now == null || now == before.orElse(null) ? joined(now, read) : now);
    }

    /** None, if what was read shows that the counter must be another by now. */
    private static View joined(View now, View read) {
        if (now == null) {
            return read;
        }
        return now.counter().equals(read.counter()) && now.contradicts(read) ? null : now.with(read);
    }

    /** This view of a context, with what is known beside it of the same counter. */
    View with(ContextId context, View read) {
        return of(context)
                .filter(now -> now.counter().equals(read.counter()))
                .map(now -> now.with(read))
                .orElse(read);
    }

    void put(ContextId context, View view) {
        views.put(context, view);
    }

    void drop(ContextId context) {
        views.invalidate(context);
    }
}
