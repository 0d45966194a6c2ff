package org.orcacomet.trials.crash;

import org.orcacomet.trials.service.Answer;

/** What became of a scope. A deleted one tells no revision, and a value is there where the scope is. */
record Fate(State state, String value, long revision) {
    enum State {
        ABSENT,
        PRESENT,
        DELETED
    }

    static final Fate ABSENT = new Fate(State.ABSENT, "", 0);
    static final Fate DELETED = new Fate(State.DELETED, "", 0);

    static Fate present(String value, long revision) {
        return new Fate(State.PRESENT, value, revision);
    }

    /** As a read shows it. */
    static Fate of(Answer read) {
        return switch (read.state()) {
            case "present" -> present(read.text().orElse(""), read.revision().orElse(0));
            case "deleted" -> DELETED;
            case "absent" -> ABSENT;
            default -> throw new IllegalArgumentException("a read that was answered " + read);
        };
    }

    boolean isPresent() {
        return state == State.PRESENT;
    }

    /** State and revision. */
    @Override
    public String toString() {
        return isPresent() ? "present at revision " + revision : state == State.DELETED ? "deleted" : "absent";
    }
}
