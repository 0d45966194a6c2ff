package org.orcacomet.service.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orcacomet.store.testkit.Samples.NOON;
import static org.orcacomet.store.testkit.Samples.TOKENS;
import static org.orcacomet.store.testkit.Samples.alone;
import static org.orcacomet.store.testkit.Samples.creation;
import static org.orcacomet.store.testkit.Samples.key;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.orcacomet.api.CometCode;
import org.orcacomet.api.Precondition;
import org.orcacomet.api.Revision;
import org.orcacomet.api.ScopeKey;
import org.orcacomet.api.TokenCodec;
import org.orcacomet.api.TokenPair;
import org.orcacomet.service.Caller;
import org.orcacomet.service.CallerIdentity;
import org.orcacomet.service.CometService;
import org.orcacomet.service.ServiceSettings;
import org.orcacomet.service.explain.PlannedCall.Kind;
import org.orcacomet.store.MemoryScopeStore;

/** What is told; that it is what would happen is held by the authorization table. */
class ExplanationTest {
    private static final ScopeKey USERS = key("slice", "users", "vm1");
    private static final Caller ORCA = Caller.trusted(CallerIdentity.of("CN=orca", "ab12"));

    private final MemoryScopeStore store = new MemoryScopeStore();
    private final CometService service =
            new CometService(store, ServiceSettings::defaults, Clock.fixed(NOON, ZoneOffset.UTC));

    @BeforeEach
    void fill() throws Exception {
        store.apply(alone(creation(USERS, "text")));
    }

    private Explanation explain(Caller caller, Kind kind, TokenPair tokens, Precondition precondition)
            throws Exception {
        return service.explain(caller, new PlannedCall(kind, USERS, tokens, precondition));
    }

    @Test
    void refusal_isToldWithWhatItIsForAndEachStep() throws Exception {
        TokenPair wrong = TokenPair.of(TOKENS.read(), TokenCodec.writeToken("otherToken1"));
        Explanation told = explain(Caller.anonymous(), Kind.WRITE, wrong, Precondition.none());
        assertThat(told.refusal()).contains(CometCode.FORBIDDEN);
        assertThat(told.missing()).contains(Requirement.TOKENS);
        assertThat(told.outcome()).isEqualTo("it would be refused, 403 FORBIDDEN: the tokens must be the scope's own");
        assertThat(told.steps())
                .containsExactly(
                        new Step("certificate", false, "there is none in its dates"),
                        new Step("subject", false, "trusted.subjects does not admit it"),
                        new Step("state", true, "it is there, revision 1"),
                        new Step("read token", true, "it is the scope's"),
                        new Step("write token", false, "it is another one"),
                        new Step("creator", false, "not this caller, or creator.rekeys is off"),
                        new Step("precondition", true, "what is demanded is so"),
                        new Step("strength", true, "the tokens obey the rules"));
    }

    @Test
    void outcome_isToldOfACallThatWouldNotBeRefused() throws Exception {
        assertThat(explain(Caller.anonymous(), Kind.WRITE, TOKENS, Precondition.none())
                        .outcome())
                .isEqualTo("it would modify the scope");
        assertThat(explain(Caller.anonymous(), Kind.READ, TOKENS, Precondition.none())
                        .outcome())
                .isEqualTo("it would be answered: the scope is present");
        assertThat(explain(ORCA, Kind.DELETE, TOKENS, Precondition.none()).outcome())
                .isEqualTo("it would delete the scope");
        assertThat(store.read(USERS).orElseThrow().revision()).isEqualTo(Revision.of(1));
    }

    @Test
    void requirement_isTheOneThatIsMissing() throws Exception {
        Precondition old = Precondition.is(Revision.of(9));
        assertThat(explain(ORCA, Kind.WRITE, TOKENS, old).missing()).contains(Requirement.PRECONDITION);
        assertThat(explain(Caller.anonymous(), Kind.DELETE, TOKENS, old).missing())
                .contains(Requirement.TRUST);
        TokenPair weak = TokenPair.of(TokenCodec.readToken("weak"), TokenCodec.writeToken("weak"));
        PlannedCall creation = new PlannedCall(Kind.WRITE, key("new", "users", "vm1"), weak, Precondition.none());
        Explanation told = service.explain(ORCA, creation);
        assertThat(told.missing()).contains(Requirement.STRENGTH);
        assertThat(told.refusal()).isEqualTo(Optional.of(CometCode.BAD_REQUEST));
        assertThat(told.toString()).doesNotContain("weak");
    }
}
