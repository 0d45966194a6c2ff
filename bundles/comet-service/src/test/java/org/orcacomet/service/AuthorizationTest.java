package org.orcacomet.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.orcacomet.api.ContextId;
import org.orcacomet.service.testkit.Case;
import org.orcacomet.service.testkit.Deed;
import org.orcacomet.service.testkit.ScopeState;
import org.orcacomet.service.testkit.Stage;
import org.orcacomet.service.testkit.Who;
import org.orcacomet.service.testkit.WireTable;
import org.orcacomet.store.MemoryScopeStore;
import org.orcacomet.store.ScopeRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Holds the service against every case of the wire contract's table. */
class AuthorizationTest {
    private static final Logger LOG = LoggerFactory.getLogger(AuthorizationTest.class);
    /** What a certificate is worth is not the service's to find out, so that of some callers says it all. */
    private static final Set<Who> CALLERS = Set.of(Who.NOBODY, Who.STRANGER, Who.CREATOR, Who.COLLEAGUE, Who.FOREIGN);

    private static final AtomicInteger TRIED = new AtomicInteger();

    private final MemoryScopeStore store = new MemoryScopeStore();
    private final Stage stage =
            new Stage(store, who -> ServiceCase.caller(who).identity().map(CallerIdentity::keyFingerprint));
    private final Clock clock = Clock.fixed(Stage.NOW, ZoneOffset.UTC);

    /** The cases of one call on a scope in one state. */
    record Group(Deed deed, ScopeState state, List<Case> cases) {
        @Override
        public String toString() {
            return deed + ", " + state + ": " + cases.size() + " cases";
        }
    }

    static Stream<Group> table() {
        return Stream.of(Deed.values()).flatMap(deed -> Stream.of(ScopeState.values())
                .map(state ->
                        new Group(deed, state, Case.all(deed, state, CALLERS).toList())));
    }

    @Test
    void table_hasThisManyCases() {
        assertThat(table().mapToInt(group -> group.cases().size()).sum()).isEqualTo(150_720);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("table")
    void call_isAnsweredAndLeavesTheStoreAsTheTableSays(Group group) {
        List<String> wrong = group.cases().stream()
                .flatMap(it -> fault(it).stream())
                .limit(20)
                .toList();
        assertThat(wrong).isEmpty();
    }

    @AfterAll
    static void count() {
        LOG.info("{} cases of the authorization table were tried in the service.", TRIED);
    }

    private Optional<String> fault(Case it) {
        ContextId context = ContextId.parse("slice-" + TRIED.incrementAndGet());
        List<ScopeRecord> before = stage.set(context, it.scene().state());
        CometService service = new CometService(store, it.setup()::settings, clock);
        ServiceCase asked = new ServiceCase(context, it);
        String explained = asked.explanation(service);
        String answer = asked.answer(service);
        String expected = WireTable.verdict(it).answer();
        if (!explained.isEmpty() && !answer.startsWith(explained)) {
            return Optional.of(it + " is answered " + answer + " and explained as " + explained);
        }
        if (!answer.equals(expected)) {
            return Optional.of(it + " is answered " + answer + ", not " + expected);
        }
        return stage.isAsItMustBe(context, it, before)
                ? Optional.empty()
                : Optional.of(it + " leaves " + store.list(context));
    }
}
