package org.orcacomet.api;

import java.util.Objects;
import java.util.Optional;

/** What must hold of a scope for a change to happen. */
public final class Precondition {
    private enum Kind {
        NONE,
        ABSENT,
        REVISION
    }

    private static final Precondition NONE = new Precondition(Kind.NONE, Optional.empty());
    private static final Precondition ABSENT = new Precondition(Kind.ABSENT, Optional.empty());

    private final Kind kind;
    private final Optional<Revision> revision;

    private Precondition(Kind kind, Optional<Revision> revision) {
        this.kind = kind;
        this.revision = revision;
    }

    /** Nothing is demanded. */
    public static Precondition none() {
        return NONE;
    }

    /** The scope must not exist; a deleted one does not. */
    public static Precondition absent() {
        return ABSENT;
    }

    /** The scope must exist, and this must be its revision. */
    public static Precondition is(Revision revision) {
        return new Precondition(Kind.REVISION, Optional.of(revision));
    }

    /** Whether the scope must not exist. */
    public boolean isAbsent() {
        return kind == Kind.ABSENT;
    }

    /** The revision that the scope must have, if one is demanded. */
    public Optional<Revision> revision() {
        return revision;
    }

    /** Whether it holds of a scope with this revision, or of no scope. */
    public boolean holds(Optional<Revision> current) {
        switch (kind) {
            case ABSENT:
                return !current.isPresent();
            case REVISION:
                return current.equals(revision);
            default:
                return true;
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Precondition
                && ((Precondition) other).kind == kind
                && ((Precondition) other).revision.equals(revision);
    }

    @Override
    public int hashCode() {
        return Objects.hash(kind, revision);
    }

    /** What is demanded, in words. */
    @Override
    public String toString() {
        return revision.map(r -> "revision " + r).orElse(kind == Kind.ABSENT ? "absent" : "anything");
    }
}
