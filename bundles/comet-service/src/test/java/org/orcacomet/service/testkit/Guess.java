package org.orcacomet.service.testkit;

import java.util.EnumSet;
import java.util.Set;
import org.orcacomet.api.ContextId;
import org.orcacomet.service.ServiceSettings;

/** What someone without a certificate may try, to learn from the time of an answer what the answer does not say. */
public enum Guess {
    /** The read token's first character is wrong. The others are held against this one. */
    READ_FIRST(ScopeState.LIVE, ShownTokens.READ_WRONG_AT_ONCE),
    /** The same again: how far two samples of the same overlap. */
    READ_FIRST_AGAIN(ScopeState.LIVE, ShownTokens.READ_WRONG_AT_ONCE),
    /** The read token's last character is wrong. */
    READ_LAST(ScopeState.LIVE, ShownTokens.READ_WRONG),
    /** The write token's first character is wrong. */
    WRITE_FIRST(ScopeState.LIVE, ShownTokens.WRITE_WRONG_AT_ONCE),
    /** The write token's last character is wrong. */
    WRITE_LAST(ScopeState.LIVE, ShownTokens.WRITE_WRONG),
    /** Both tokens' last characters are wrong. */
    BOTH_LAST(ScopeState.LIVE, ShownTokens.BOTH_WRONG),
    /** There is no such scope. */
    MISSING(ScopeState.NONE, ShownTokens.RIGHT),
    /** Both match. */
    MATCHING(ScopeState.LIVE, ShownTokens.RIGHT);

    private static final Setup USUAL = new Setup(ServiceSettings.defaults().switches(), false);

    private final ScopeState state;
    private final ShownTokens tokens;

    Guess(ScopeState state, ShownTokens tokens) {
        this.state = state;
        this.tokens = tokens;
    }

    /** Those that differ for this call. */
    public static Set<Guess> at(Deed deed) {
        return deed.changes()
                ? EnumSet.allOf(Guess.class)
                : EnumSet.complementOf(EnumSet.of(WRITE_FIRST, WRITE_LAST, BOTH_LAST));
    }

    /** The guess as a case. A change demands a revision of the past, so that who has the tokens changes nothing. */
    public Case of(Deed deed) {
        Demand demand = deed.changes() && state.live() ? Demand.STALE : Demand.NONE;
        return new Case(Who.NOBODY, deed, new Scene(state, tokens, demand), USUAL);
    }

    /** The number of its context: {@code slice-N}. */
    public int number() {
        return number(state);
    }

    /** An even one, so that tokens over TLS are parameters. */
    private static int number(ScopeState state) {
        return 2 * state.ordinal();
    }

    /** Sets the stage for all of them. */
    public static void set(Stage stage) {
        EnumSet.of(ScopeState.NONE, ScopeState.LIVE)
                .forEach(state -> stage.set(ContextId.parse("slice-" + number(state)), state));
    }
}
