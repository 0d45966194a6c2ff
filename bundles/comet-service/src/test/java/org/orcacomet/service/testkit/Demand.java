package org.orcacomet.service.testkit;

import org.orcacomet.api.Precondition;
import org.orcacomet.api.Revision;

/** What a change demands of the scope. */
public enum Demand {
    /** Nothing. */
    NONE,
    /** That it does not exist. */
    NEW,
    /** Its revision, or its tombstone's. */
    NOW,
    /** The revision before. */
    STALE,
    /** The revision of its context, which is later. */
    LATER;

    /** Whether it demands a revision. */
    public boolean ofRevision() {
        return compareTo(NOW) >= 0;
    }

    /** The demand, of a scope in this state. */
    public Precondition of(ScopeState state) {
        return switch (this) {
            case NONE -> Precondition.none();
            case NEW -> Precondition.absent();
            case NOW -> at(state.revision());
            case STALE -> at(state.revision() - 1);
            case LATER -> at(state.contextRevision());
        };
    }

    private static Precondition at(long revision) {
        return Precondition.is(Revision.of(Math.max(1, revision)));
    }
}
