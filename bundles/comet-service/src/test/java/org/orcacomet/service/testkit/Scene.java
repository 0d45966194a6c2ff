package org.orcacomet.service.testkit;

import org.orcacomet.api.Precondition;
import org.orcacomet.api.TokenPair;

/**
 * What a call is about.
 *
 * @param state how the scope is
 * @param tokens what tokens the caller shows
 * @param demand what the call demands
 */
public record Scene(ScopeState state, ShownTokens tokens, Demand demand) {
    /** The tokens themselves. */
    public TokenPair pair() {
        return tokens.pair(state);
    }

    /** The demand itself. */
    public Precondition precondition() {
        return demand.of(state);
    }
}
