package org.orcacomet.journal.internal;

import java.time.Instant;
import java.util.Optional;
import org.orcacomet.api.ScopeKey;
import org.orcacomet.api.ScopeWrite;
import org.orcacomet.api.TokenPair;
import org.orcacomet.journal.Claim;
import org.orcacomet.journal.Claim.State;

/** From one claim on a scope to the next. */
final class Transitions {
    private Transitions() {}

    /**
     * Whether this very write is owed for the scope.
     *
     * @throws IllegalArgumentException if it cannot be owed
     */
    static boolean owedAlready(Optional<Claim> now, ScopeWrite write) {
        if (write.precondition().revision().isPresent()) {
            throw new IllegalArgumentException(write + " demands a revision, and so cannot be owed");
        }
        if (now.isPresent() && !now.get().tokens().equals(write.tokens())) {
            throw new IllegalArgumentException(write.key() + " is claimed with other tokens");
        }
        return now.flatMap(Claim::write).filter(owed -> same(owed, write)).isPresent();
    }

    private static boolean same(ScopeWrite one, ScopeWrite other) {
        return one.value().equals(other.value()) && one.precondition().equals(other.precondition());
    }

    /** Whether the claim becomes one that is held. */
    static boolean holdable(Optional<Claim> now, TokenPair tokens) {
        return !now.isPresent()
                || (now.get().state() == State.DELETE_OWED && now.get().tokens().equals(tokens));
    }

    /** The claim that a renounced scope gets, unless it has it. */
    static Optional<Claim> renounced(Optional<Claim> now, ScopeKey key, TokenPair otherwise, Instant since) {
        if (now.isPresent() && now.get().state() == State.DELETE_OWED) {
            return Optional.empty();
        }
        return Optional.of(Claim.renounced(key, now.map(Claim::tokens).orElse(otherwise), since));
    }

    /** What a claim that was owed becomes. */
    static Change paid(Claim claim, Instant since) {
        return claim.state() == State.DELETE_OWED
                ? Change.gone(claim.key())
                : Change.to(Claim.held(claim.key(), claim.tokens(), since));
    }
}
