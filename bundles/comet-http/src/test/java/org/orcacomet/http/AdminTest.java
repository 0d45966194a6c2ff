package org.orcacomet.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.orcacomet.http.TestPki.Dates;
import org.orcacomet.http.TestPki.Identity;
import org.orcacomet.http.WireClient.Reply;
import org.orcacomet.service.ServiceSettings;
import org.orcacomet.service.Switches;
import org.orcacomet.service.TrustedSubjects;

/** Operators' calls over TLS. */
@Timeout(120)
class AdminTest {
    private static final String OPERATOR = "CN=Operator";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String TOKENS = "&readToken=ReadToken1&writeToken=WriteToken1";
    private static final String DENIED = "the certificate or a token does not allow this";
    private static final List<String> GETS =
            List.of("/admin/contexts", "/admin/context?contextID=slice-1", "/admin/stats", "/admin/verify");

    @TempDir
    Path folder;

    private final TroubledStore store = new TroubledStore();
    private TestServer server;
    private WireClient operator;

    @BeforeEach
    void start() {
        server = new TestServer(folder, store, TestServer.LIMITS);
        server.settings.set(ServiceSettings.defaults()
                .with(new Switches(false, false, true))
                .withAdmins(TrustedSubjects.ofAdmins(List.of(OPERATOR))));
        operator = server.client(TestPki.issue(server.ca, OPERATOR, Dates.NOW));
        WireClient trusted = server.trusted();
        for (int i = 0; i < 3; i++) {
            trusted.post("/writeScope?contextID=slice-" + i + "&family=users&Key=vm" + TOKENS, "marked-Value1");
        }
        trusted.post("/writeScope?contextID=slice-1&family=hostsall&Key=vm" + TOKENS, "");
        trusted.delete("/deleteScope?contextID=slice-1&family=users&Key=vm" + TOKENS);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private JsonNode value(Reply reply) {
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.json().path("status").textValue()).isEqualTo("OK");
        assertThat(reply.body()).doesNotContain("marked-Value1", "ReadToken1", "WriteToken1");
        return reply.json().path("value");
    }

    private static void assertJson(JsonNode actual, String expected) throws Exception {
        assertThat(actual).isEqualTo(JSON.readTree(expected.replace('\'', '"')));
    }

    private static String changed(JsonNode node) {
        return node.path("changed").textValue();
    }

    @Test
    void contexts_areToldAPageAtATime() throws Exception {
        JsonNode first = value(operator.get("/admin/contexts?limit=2"));
        JsonNode slice1 = first.path("contexts").path(1);
        assertThat(changed(slice1)).matches("20\\d\\d-\\d\\d-\\d\\dT.*Z");
        assertJson(
                first,
                "{'contexts':[{'contextId':'slice-0','revision':1,'present':1,'null':0,'deleted':0,"
                        + "'families':['users'],'changed':'"
                        + changed(first.path("contexts").path(0))
                        + "'},{'contextId':'slice-1','revision':3,'present':0,'null':1,'deleted':1,"
                        + "'families':['hostsall'],'changed':'" + changed(slice1) + "'}],'next':'slice-1'}");
        JsonNode second = value(operator.get("/admin/contexts?after=slice-1&limit=2"));
        assertThat(second.path("contexts").findValuesAsText("contextId")).containsExactly("slice-2");
        assertThat(second.has("next")).isFalse();
    }

    @Test
    void context_isToldScopeByScope() throws Exception {
        JsonNode context = value(operator.get("/admin/context?contextID=slice-1"));
        assertJson(
                context,
                "{'contextId':'slice-1','revision':3,'scopes':["
                        + "{'family':'hostsall','key':'vm','state':'null','revision':2,'changed':'"
                        + changed(context.path("scopes").path(0)) + "','bytes':0},"
                        + "{'family':'users','key':'vm','state':'deleted','revision':3,'changed':'"
                        + changed(context.path("scopes").path(1)) + "','bytes':0}]}");
    }

    @Test
    void purge_forgetsAContext() throws Exception {
        assertJson(value(operator.delete("/admin/context?contextID=slice-1")), "{'contextId':'slice-1','purged':2}");
        assertJson(
                value(operator.get("/admin/context?contextID=slice-1")),
                "{'contextId':'slice-1','revision':3,'scopes':[]}");
        assertThat(server.data()).hasSize(2);
    }

    @Test
    void stats_andVerifyLookAtAll() throws Exception {
        assertJson(
                value(operator.get("/admin/stats")),
                "{'contexts':3,'present':2,'null':1,'deleted':1,'bytes':26,'families':{'hostsall':1,'users':2}}");
        assertJson(value(operator.get("/admin/verify")), "{'contexts':3,'records':4,'faults':[]}");
        assertJson(
                value(operator.get("/admin/verify?limit=2")),
                "{'contexts':2,'records':3,'faults':[],'next':'slice-1'}");
    }

    @Test
    void calls_areRefusedToAllOthersEvenWhereChecksAreOff() {
        Stream.of(
                        new Identity[] {},
                        new Identity[] {TestPki.issue(server.ca, "CN=Trusted", Dates.NOW)},
                        new Identity[] {TestPki.selfSigned(OPERATOR)},
                        new Identity[] {TestPki.issue(TestPki.ca("CN=Test CA"), OPERATOR, Dates.NOW)},
                        new Identity[] {TestPki.issue(server.ca, OPERATOR, Dates.PAST)})
                .map(server::client)
                .forEach(other -> {
                    GETS.forEach(path -> assertRefused(other.get(path), 403, DENIED));
                    assertRefused(other.delete("/admin/context?contextID=slice-1"), 403, DENIED);
                });
        assertThat(server.data()).hasSize(4);
    }

    private static void assertRefused(Reply reply, int status, String message) {
        assertThat(reply.message()).isEqualTo(message);
        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.json().path("value").isEmpty()).isTrue();
    }

    private record Refusal(String method, String path, int status, String message) {}

    @Test
    void calls_refuseWhatIsNotTheirs() {
        String unknown = "nothing was ever written to this context";
        String limit = "limit is no number from 1 to 1000";
        Stream.of(
                        new Refusal("GET", "/admin/context", 400, "contextID is missing"),
                        new Refusal("DELETE", "/admin/context", 400, "contextID is missing"),
                        new Refusal("GET", "/admin/context?contextID=", 400, "contextID is empty"),
                        new Refusal("GET", "/admin/context?contextID=other", 404, unknown),
                        new Refusal("DELETE", "/admin/context?contextID=other", 404, unknown),
                        new Refusal("GET", "/admin/contexts?limit=0", 400, limit),
                        new Refusal("GET", "/admin/contexts?limit=1001", 400, limit),
                        new Refusal("GET", "/admin/verify?limit=-1", 400, limit),
                        new Refusal("GET", "/admin/verify?limit=9999999999", 400, limit),
                        new Refusal("GET", "/admin/contexts?limit=1&limit=1", 400, "limit is repeated"),
                        new Refusal("GET", "/admin/contexts?after=%00", 400, "contextID holds a control character"),
                        new Refusal("POST", "/admin/context", 405, "the call takes GET, DELETE"),
                        new Refusal("DELETE", "/admin/contexts", 405, "the call takes GET"),
                        new Refusal("GET", "/admin/audit", 404, "this service has no audit"),
                        new Refusal("GET", "/admin/audit?contextID=", 400, "contextID is empty"),
                        new Refusal("GET", "/admin/statistics", 404, "there is no such call"))
                .forEach(row -> assertRefused(
                        operator.send(row.method(), row.path(), new byte[0]), row.status(), row.message()));
    }

    @Test
    void calls_areRefusedWhileTheStoreDoesNotAnswerAndTellNothingOfAFault() {
        store.down = true;
        GETS.forEach(path -> assertRefused(operator.get(path), 503, "the store cannot answer now"));
        store.down = false;
        store.broken = true;
        GETS.forEach(path -> assertThat(operator.get(path)).satisfies(reply -> {
            assertThat(reply.status()).isEqualTo(500);
            assertThat(reply.body()).doesNotContain(TroubledStore.SECRET);
        }));
        store.broken = false;
        GETS.forEach(path -> assertThat(operator.get(path).status()).isEqualTo(200));
    }

    private static void assertRefusedForNow(Reply reply, String message) {
        assertRefused(reply, 429, message);
        assertThat(reply.header("Retry-After")).contains("1");
    }

    private static void assertAnswered(List<CompletableFuture<Reply>> replies) {
        assertThat(replies)
                .allSatisfy(reply -> assertThat(reply.join().status()).isEqualTo(200));
    }

    private List<CompletableFuture<Reply>> ask(String path, int times) {
        return Stream.generate(
                        () -> CompletableFuture.supplyAsync(() -> operator.get(path), task -> new Thread(task).start()))
                .limit(times)
                .toList();
    }

    @Test
    void longCalls_areTwoAtATimeAndLooksAndAllElseAreAnsweredMeanwhile() throws Exception {
        String busy = "2 long calls of administrators are under way";
        store.entered = new CountDownLatch(2);
        store.mayGoOn = new CountDownLatch(1);
        List<CompletableFuture<Reply>> slow = ask("/admin/stats", 2);
        store.entered.await();
        assertRefusedForNow(operator.get("/admin/stats"), busy);
        assertRefusedForNow(operator.get("/admin/verify"), busy);
        assertRefusedForNow(operator.delete("/admin/context?contextID=slice-1"), busy);
        assertRefusedForNow(operator.post("/admin/backup", ""), busy);
        assertRefusedForNow(operator.post("/admin/restore?backup=backup-20261122T020500Z", ""), busy);
        assertAnswered(ask("/admin/contexts", 4));
        assertAnswered(ask("/admin/context?contextID=slice-1", 4));
        assertRefused(operator.get("/admin/audit"), 404, "this service has no audit");
        assertThat(operator.get("/admin/backups").status()).isEqualTo(400);
        assertThat(server.client().get("/health").status()).isEqualTo(200);
        assertThat(server.client()
                        .get("/enumerateScope?contextID=slice-0&readToken=ReadToken1")
                        .status())
                .isEqualTo(200);
        store.mayGoOn.countDown();
        assertAnswered(slow);
        assertAnswered(ask("/admin/stats", 1));
    }

    @Test
    void looks_areEightAtATimeAndLongCallsAreAnsweredMeanwhile() throws Exception {
        store.looking = new CountDownLatch(8);
        store.looksMayGoOn = new CountDownLatch(1);
        List<CompletableFuture<Reply>> slow = ask("/admin/contexts", 8);
        store.looking.await();
        assertRefusedForNow(
                operator.get("/admin/context?contextID=slice-1"), "8 looks of administrators are under way");
        assertAnswered(ask("/admin/stats", 1));
        store.looksMayGoOn.countDown();
        assertAnswered(slow);
        assertAnswered(ask("/admin/contexts", 1));
    }
}
