package org.orcacomet.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.orcacomet.api.Comet;
import org.orcacomet.api.CometConflict;
import org.orcacomet.api.CometDenied;
import org.orcacomet.api.CometException;
import org.orcacomet.api.ContextId;
import org.orcacomet.api.Enumeration;
import org.orcacomet.api.Reading;
import org.orcacomet.api.Revision;
import org.orcacomet.api.Scope;
import org.orcacomet.api.ScopeKey;
import org.orcacomet.api.ScopeValue;
import org.orcacomet.api.ScopeWrite;
import org.orcacomet.api.WriteBatch;
import org.orcacomet.service.testkit.Case;
import org.orcacomet.service.testkit.Deed;
import org.orcacomet.service.testkit.ScopeState;
import org.orcacomet.service.testkit.Setup;
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
    private static final ScopeValue NEW = ScopeValue.of(Stage.NEW_VALUE);
    private static final String DENIAL = "the certificate or a token does not allow this";
    /** What a certificate is worth is not the service's to find out, so that of some callers says it all. */
    private static final Set<Who> CALLERS = Set.of(Who.NOBODY, Who.STRANGER, Who.CREATOR, Who.COLLEAGUE, Who.FOREIGN);

    private static final AtomicInteger TRIED = new AtomicInteger();

    private final MemoryScopeStore store = new MemoryScopeStore();
    private final Stage stage = new Stage(store, who -> caller(who).identity().map(CallerIdentity::keyFingerprint));
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
        Setup setup = it.setup();
        Comet comet = new CometService(store, setup::settings, clock).as(caller(it.who()));
        String answer = answer(comet, context, it);
        String expected = WireTable.verdict(it).answer();
        if (!answer.equals(expected)) {
            return Optional.of(it + " is answered " + answer + ", not " + expected);
        }
        return stage.isAsItMustBe(context, it, before)
                ? Optional.empty()
                : Optional.of(it + " leaves " + store.list(context));
    }

    private static Caller caller(Who who) {
        String key = who.creatorsKey() ? "the creator's" : "the colleague's";
        CallerIdentity identity = CallerIdentity.of(who.listed() ? Setup.LISTED : Setup.UNLISTED, key);
        return switch (who.standing()) {
            case ANONYMOUS -> Caller.anonymous();
            case VALID -> Caller.valid(identity);
            case TRUSTED -> Caller.trusted(identity);
        };
    }

    private static String answer(Comet comet, ContextId context, Case it) {
        try {
            return call(comet, context, it);
        } catch (CometConflict e) {
            return "412" + at(e.current());
        } catch (CometDenied e) {
            assertThat(e).hasMessageEndingWith(DENIAL);
            assertThat(e.getMessage().replace("entry 1: ", "")).isEqualTo(DENIAL);
            return "403";
        } catch (CometException e) {
            return String.valueOf(e.code().status());
        }
    }

    private static String call(Comet comet, ContextId context, Case it) throws CometException {
        ScopeKey key = Stage.scope(context);
        ScopeWrite write =
                ScopeWrite.of(key, it.scene().pair(), NEW).when(it.scene().precondition());
        ScopeWrite other = ScopeWrite.of(Stage.neighbour(context), Stage.neighboursTokens(), NEW);
        return switch (it.deed()) {
            case WRITE -> "ok" + at(comet.write(write));
            case BATCH -> "ok" + at(comet.writeAll(WriteBatch.of(List.of(other, write))));
            case DELETE -> {
                comet.delete(key, it.scene().pair(), it.scene().precondition());
                yield "ok";
            }
            case READ -> told(comet.read(key, it.scene().pair().read()));
            case ENUMERATE -> told(comet.enumerate(context, it.scene().pair().read()));
            case LIST ->
                told(comet.enumerate(context, key.family(), it.scene().pair().read()));
        };
    }

    private static String told(Reading reading) {
        return reading.state().toString().toLowerCase(Locale.ROOT)
                + at(reading.scope().flatMap(Scope::revision));
    }

    private static String told(Enumeration found) {
        String families = found.scopes().stream()
                .map(scope -> scope.key().family().toString())
                .collect(Collectors.joining(", ", "[", "]"));
        return families + at(found.revision());
    }

    private static String at(Optional<Revision> revision) {
        return revision.map(number -> "@" + number).orElse("");
    }
}
