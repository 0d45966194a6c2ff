package org.orcacomet.trials.history;

import java.util.Optional;
import org.orcacomet.trials.history.Outcome.Answered;

/**
 * A scope that is alone in its context, as the wire contract has it: each change raises the revision by one, so the
 * revision of the scope, while it is there, is the number of changes so far.
 */
record ScopeModel(Presence presence, String value, long revision) {
    enum Presence {
        ABSENT,
        PRESENT,
        DELETED
    }

    static final ScopeModel NEVER_WRITTEN = new ScopeModel(Presence.ABSENT, "", 0);

    /** The scope after this call, if it can be answered so now; empty if it cannot. */
    Optional<ScopeModel> after(Operation call) {
        return switch (call.kind()) {
            case READ -> when(call.outcome().isUnknown() || call.outcome().equals(reading()), this);
            case WRITE -> change(call, true);
            case COMPARE_AND_SET -> change(call, current() == call.expected());
            case DELETE -> deletion(call);
        };
    }

    private Optional<ScopeModel> change(Operation call, boolean holds) {
        Outcome outcome = call.outcome();
        if (outcome.answer() == Answered.CONFLICT) {
            return when(!holds && outcome.revision() == current(), this);
        }
        ScopeModel next = holds ? new ScopeModel(Presence.PRESENT, call.value(), revision + 1) : this;
        return when(outcome.isUnknown() || (holds && outcome.revision() == next.revision), next);
    }

    private Optional<ScopeModel> deletion(Operation call) {
        ScopeModel next = presence == Presence.PRESENT ? new ScopeModel(Presence.DELETED, "", revision + 1) : this;
        return when(call.outcome().isUnknown() || call.outcome().answer() == Answered.DONE, next);
    }

    private Outcome reading() {
        return switch (presence) {
            case PRESENT -> Outcome.present(value, revision);
            case DELETED -> Outcome.DELETED;
            case ABSENT -> Outcome.ABSENT;
        };
    }

    /** The revision that a demand is compared with; 0 where there is no scope. */
    private long current() {
        return presence == Presence.PRESENT ? revision : 0;
    }

    private static Optional<ScopeModel> when(boolean possible, ScopeModel next) {
        return possible ? Optional.of(next) : Optional.empty();
    }
}
