package org.orcacomet.store.rocksdb.internal;

import java.util.List;
import java.util.Optional;
import org.orcacomet.api.ContextId;
import org.orcacomet.api.Revision;
import org.orcacomet.store.Listing;
import org.orcacomet.store.StoreUnavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a store that takes another's place has of it: the count of each context goes on where it has ended there, so that
 * no revision that anyone has seen is ever given to something else. The former may be damaged: then as far as it can be
 * read.
 */
final class Succession {
    private static final Logger LOG = LoggerFactory.getLogger(Succession.class);
    private static final int PAGE = 1000;

    private final Database former;
    private final Database next;

    Succession(Database former, Database next) {
        this.former = former;
        this.next = next;
    }

    /** Has all contexts count on. */
    void countOn() throws StoreUnavailable {
        List<ContextId> page = contexts(Optional.empty());
        while (!page.isEmpty()) {
            Commit commit = new Commit(next);
            for (ContextId context : page) {
                countOn(context, commit);
            }
            commit.write();
            page = contexts(Optional.of(page.get(page.size() - 1)));
        }
    }

    /** One more than the last that was seen, since what is there is something else. */
    private void countOn(ContextId context, Commit commit) throws StoreUnavailable {
        long last = last(context);
        long restored = commit.revision(context).map(Revision::number).orElse(0L);
        if (restored < last) {
            commit.restore(context, new Listing(List.of(), Optional.of(Revision.of(last + 1))));
        }
    }

    private List<ContextId> contexts(Optional<ContextId> after) {
        try {
            return former.contexts(after, PAGE);
        } catch (StoreUnavailable e) {
            LOG.warn(
                    "The former store cannot be read ({}): the revisions of its contexts may be given again.",
                    e.getMessage());
            return List.of();
        }
    }

    private long last(ContextId context) {
        try {
            return former.revision(context).map(Revision::number).orElse(0L);
        } catch (StoreUnavailable e) {
            LOG.warn(
                    "The former store cannot be read ({}): revisions of this context may be given again.",
                    e.getMessage());
            return 0;
        }
    }
}
