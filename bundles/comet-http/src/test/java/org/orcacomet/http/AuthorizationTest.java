package org.orcacomet.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.orcacomet.http.WireClient.Reply;
import org.orcacomet.service.testkit.Case;
import org.orcacomet.service.testkit.Deed;
import org.orcacomet.service.testkit.Demand;
import org.orcacomet.service.testkit.Scene;
import org.orcacomet.service.testkit.ScopeState;
import org.orcacomet.service.testkit.Setup;
import org.orcacomet.service.testkit.ShownTokens;
import org.orcacomet.service.testkit.Stage;
import org.orcacomet.service.testkit.Who;
import org.orcacomet.service.testkit.WireTable;
import org.orcacomet.store.MemoryScopeStore;
import org.orcacomet.store.ScopeRecord;

/**
 * Holds the server against the cases of the wire contract's table: real TLS, a kept connection for each caller. All
 * tokens and demands are there with {@code -Dauthorization=full}, and always in comet-service's test; else those that
 * differ in what is right about them.
 */
class AuthorizationTest {
    private static final int SENT_AT_ONCE = 40;
    private static final boolean FULL = "full".equals(System.getProperty("authorization"));
    private static final Set<ShownTokens> SOME_TOKENS = EnumSet.of(
            ShownTokens.RIGHT,
            ShownTokens.READ_WRONG,
            ShownTokens.WRITE_WRONG,
            ShownTokens.BOTH_WRONG,
            ShownTokens.WEAK);
    private static final Set<Demand> SOME_DEMANDS = EnumSet.of(Demand.NONE, Demand.NEW, Demand.STALE);

    @TempDir
    static Path folder;

    private static final MemoryScopeStore STORE = new MemoryScopeStore();
    private static final AtomicInteger TRIED = new AtomicInteger();
    private static final ExecutorService CALLERS = Executors.newFixedThreadPool(Who.values().length);

    private static TestServer server;
    private static Stage stage;
    private static Map<Who, KeptConnection> connections;

    @BeforeAll
    static void start() {
        server = new TestServer(folder, STORE, HttpLimits.defaults(), Clock.fixed(Stage.NOW, ZoneOffset.UTC));
        Callers callers = new Callers(server.ca);
        stage = new Stage(STORE, callers::fingerprint);
        connections = Arrays.stream(Who.values())
                .collect(Collectors.toMap(who -> who, who -> callers.connect(who, server.port())));
    }

    @AfterAll
    static void stop() throws Exception {
        for (KeptConnection connection : connections.values()) {
            connection.close();
        }
        CALLERS.shutdownNow();
        server.close();
        System.out.println(TRIED + " cases of the authorization table were tried over TLS.");
    }

    static Stream<Setup> setups() {
        return Setup.all();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("setups")
    void call_isAnsweredAndLeavesTheStoreAsTheTableSays(Setup setup) throws Exception {
        server.settings.set(setup.settings());
        List<Future<List<String>>> tries = new ArrayList<>();
        for (Who who : Who.values()) {
            tries.add(CALLERS.submit(() -> faults(who, setup)));
        }
        for (Future<List<String>> faults : tries) {
            assertThat(faults.get()).isEmpty();
        }
    }

    private static List<String> faults(Who who, Setup setup) throws Exception {
        List<Case> cases = Arrays.stream(Deed.values())
                .flatMap(deed ->
                        Arrays.stream(ScopeState.values()).flatMap(state -> Case.all(deed, state, List.of(who), setup)))
                .filter(it -> FULL || isBrief(it.scene()))
                .toList();
        List<String> faults = new ArrayList<>();
        for (int i = 0; i < cases.size() && faults.size() < 20; i += SENT_AT_ONCE) {
            faults.addAll(tryAll(connections.get(who), cases.subList(i, Math.min(cases.size(), i + SENT_AT_ONCE))));
        }
        return faults;
    }

    private static boolean isBrief(Scene scene) {
        return SOME_TOKENS.contains(scene.tokens()) && SOME_DEMANDS.contains(scene.demand());
    }

    private static List<String> tryAll(KeptConnection connection, List<Case> cases) throws Exception {
        List<WireCase> sent = new ArrayList<>();
        List<List<ScopeRecord>> before = new ArrayList<>();
        StringBuilder requests = new StringBuilder();
        for (Case it : cases) {
            WireCase wire = new WireCase(TRIED.incrementAndGet(), it);
            before.add(stage.set(wire.context(), it.scene().state()));
            requests.append(wire.request());
            sent.add(wire);
        }
        connection.send(requests.toString().getBytes(StandardCharsets.US_ASCII));
        List<String> faults = new ArrayList<>();
        for (int i = 0; i < sent.size(); i++) {
            faults.addAll(faults(sent.get(i), before.get(i), connection.receive()));
        }
        return faults;
    }

    private static List<String> faults(WireCase wire, List<ScopeRecord> before, Reply reply) {
        String expected = WireTable.verdict(wire.it()).answer();
        String answer = wire.answer(reply);
        if (!answer.equals(expected)) {
            return List.of(wire.it() + " is answered " + answer + ", not " + expected + ": " + reply);
        }
        return stage.isAsItMustBe(wire.context(), wire.it(), before)
                ? List.of()
                : List.of(wire.it() + " leaves " + STORE.list(wire.context()));
    }
}
