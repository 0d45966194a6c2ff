package org.orcacomet.service.testkit;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;

/**
 * One case of the authorization table.
 *
 * @param who who calls
 * @param deed what he does
 * @param scene to which scope, with what
 * @param setup how the service is set up
 */
public record Case(Who who, Deed deed, Scene scene, Setup setup) {
    private static final Set<ShownTokens> READ_TOKENS = EnumSet.complementOf(EnumSet.of(
            ShownTokens.WRITE_WRONG, ShownTokens.WRITE_WRONG_AT_ONCE, ShownTokens.BOTH_WRONG, ShownTokens.EQUAL));

    /** All cases of this call, on a scope in this state, by these callers. Those that are the same are there once. */
    public static Stream<Case> all(Deed deed, ScopeState state, Collection<Who> callers) {
        return Setup.all().flatMap(setup -> all(deed, state, callers, setup));
    }

    /** The same, with the service in this setup. */
    public static Stream<Case> all(Deed deed, ScopeState state, Collection<Who> callers, Setup setup) {
        return callers.stream().flatMap(who -> scenes(deed, state).map(scene -> new Case(who, deed, scene, setup)));
    }

    private static Stream<Scene> scenes(Deed deed, ScopeState state) {
        Set<ShownTokens> tokens = deed.changes() ? EnumSet.allOf(ShownTokens.class) : READ_TOKENS;
        return tokens.stream().flatMap(shown -> demands(deed, state).map(demand -> new Scene(state, shown, demand)));
    }

    private static Stream<Demand> demands(Deed deed, ScopeState state) {
        if (!deed.changes()) {
            return Stream.of(Demand.NONE);
        }
        return EnumSet.allOf(Demand.class).stream()
                .filter(demand -> deed != Deed.DELETE || demand != Demand.NEW)
                .filter(demand -> state != ScopeState.NONE || demand != Demand.STALE);
    }
}
