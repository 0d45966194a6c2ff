package org.orcacomet.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.EOFException;
import java.io.IOException;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.orcacomet.http.ApiRequest.Sender;
import org.orcacomet.http.WireClient.Reply;
import org.orcacomet.service.ServiceSettings;
import org.orcacomet.service.TrustedSubjects;

/**
 * The service keeps to its description: what that allows is never malformed, what it forbids is never done, and every
 * answer is one that it has. In the end each status that it has for a call was an answer.
 */
@TestMethodOrder(OrderAnnotation.class)
@Timeout(300)
class ApiContractTest {
    private static final int ALLOWED_REQUESTS = 1000;
    private static final String LONG = "x".repeat(70_000);
    private static final Set<String> CHECKS = Set.of("health", "ready", "metrics");
    private static final Predicate<ApiCall> STORELESS =
            call -> Set.of("getVersion", "health", "metrics", "audit").contains(call.id())
                    || call.tag().equals("pages");
    private static final String SCOPE =
            "contextID=slice-9&family=users&Key=vm-1&readToken=ReadToken1&writeToken=WriteToken1";

    private static final ApiDescription DESCRIPTION = ApiDescription.load();
    private static final List<ApiCall> CALLS = DESCRIPTION.calls();
    private static final ApiCheck CHECK = new ApiCheck();
    private static ApiServer usual;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        usual = new ApiServer(DESCRIPTION, CHECK, LoadLimits.defaults()).withAScope();
    }

    @AfterAll
    static void stop() {
        usual.close();
    }

    private static Stream<ApiCall> with(int status) {
        return CALLS.stream().filter(call -> call.has(status));
    }

    private static void assertStatus(int status, Reply reply) {
        assertThat(reply.status()).as("the status of %s", reply).isEqualTo(status);
    }

    @Test
    @Order(1)
    void request_thatIsAllowedIsAnsweredAndNeverMalformed() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        ApiCases cases = usual.cases(random);
        for (int i = 0; i < ALLOWED_REQUESTS; i++) {
            ApiRequest request = cases.good(CALLS.get(i % CALLS.size()));
            Reply reply = usual.send(request);
            assertThat(reply.status())
                    .as("seed %s: %s%n%s", seed, request, reply)
                    .isIn(200, 304, 403, 404, 412);
            if (isForAdministrators(request.call)) {
                assertThat(reply.status() == 403)
                        .as("seed %s: %s%n%s", seed, request, reply)
                        .isEqualTo(request.sender != Sender.ADMINISTRATOR);
            }
        }
    }

    private static boolean isForAdministrators(ApiCall call) {
        return call.tag().equals("administration");
    }

    @Test
    @Order(2)
    void request_thatIsForbiddenIsRefused() {
        ApiCases cases = usual.cases(new Random(1));
        for (ApiCall call : CALLS) {
            for (ApiRequest request : cases.bad(call, Sender.ADMINISTRATOR)) {
                Reply reply = usual.send(request);
                assertThat(reply.status()).as("%s%n%s", request, reply).isIn(400, 412);
            }
        }
    }

    @Test
    @Order(3)
    void call_thatNeedsACertificateIsRefusedWithoutOne() {
        ApiCases cases = usual.cases(new Random(1));
        CALLS.stream()
                .filter(call -> !call.security().isEmpty())
                .filter(call -> call.security().stream().allMatch(way -> way.contains("certificate")))
                .forEach(call -> assertStatus(403, usual.send(cases.good(call, Sender.ANYONE))));
    }

    @Test
    @Order(4)
    void call_ofAPageOfAnotherSiteIsRefused() {
        with(403)
                .forEach(call ->
                        assertStatus(403, usual.send(usual.good(call).header("Origin", "https://elsewhere.example"))));
    }

    @Test
    @Order(5)
    void head_ofARequestHasLimits() {
        with(414).forEach(call -> {
            assertStatus(400, usual.send(usual.good(call).header("Transfer-Encoding", "unheard-of")));
            assertStatus(414, usual.send(usual.good(call).query("more", LONG)));
            assertStatus(431, usual.send(usual.good(call).header("More", LONG)));
        });
    }

    @Test
    @Order(6)
    void body_hasLimits() {
        with(413).forEach(call -> assertStatus(413, usual.send(usual.good(call).claims(20_000_000))));
        // Soon for this test, not for the handshake and the head of the request.
        Duration soon = Duration.ofSeconds(4);
        try (ApiServer hasty = new ApiServer(DESCRIPTION, CHECK, LoadLimits.defaults(), soon)) {
            List<CompletableFuture<Reply>> late = with(408)
                    .flatMap(call -> hanging(1, () -> sendCutShort(hasty, call)).stream())
                    .toList();
            late.forEach(reply -> assertStatus(408, reply.join()));
        }
    }

    private static Reply sendCutShort(ApiServer server, ApiCall call) {
        ApiRequest request = server.good(call).claims(100);
        request.body = new byte[] {'['};
        return server.send(request);
    }

    @Test
    @Order(7)
    void file_isSentAgainOnlyWhenItHasChanged() {
        with(304).forEach(call -> {
            String etag = usual.send(usual.good(call)).header("ETag").orElseThrow();
            ApiRequest again = usual.good(call);
            again.drop("If-None-Match");
            assertStatus(304, usual.send(again.header("If-None-Match", etag)));
        });
    }

    @Test
    @Order(8)
    void scope_isWrittenAsItsConditionSays() {
        assertStatus(200, usual.sendFixed("writeScope", SCOPE));
        assertStatus(412, usual.sendFixed("writeScope", SCOPE, "If-None-Match", "*"));
        assertStatus(412, usual.sendFixed("deleteScope", SCOPE, "If-Match", "\"99\""));
        ApiRequest batch = usual.good(DESCRIPTION.call("writeScopes"));
        batch.body = ("[{\"family\":\"users\",\"key\":\"vm\",\"value\":\"\",\"readToken\":\"ReadToken1\","
                        + "\"writeToken\":\"WriteToken1\",\"revision\":99}]")
                .getBytes(StandardCharsets.UTF_8);
        assertStatus(412, usual.send(batch));
        for (String call : List.of("readScope", "enumerateScope", "deleteScope")) {
            assertStatus(200, usual.sendFixed(call, SCOPE));
        }
        assertStatus(200, usual.sendFixed("writeScope", SCOPE));
        assertStatus(403, usual.sendFixed("readScope", SCOPE.replace("ReadToken1", "ReadToken2")));
    }

    @Test
    @Order(9)
    void administration_answersForWhatIsThere() {
        for (String call : List.of("showContext", "purgeContext")) {
            assertStatus(200, usual.sendFixed(call, "contextID=slice-9"));
            assertStatus(404, usual.sendFixed(call, "contextID=unknown"));
        }
        assertStatus(200, usual.sendFixed("restore", "backup=backup-20261122T020500Z"));
        assertStatus(404, usual.sendFixed("restore", "backup=backup-20001122T020500Z"));
    }

    @Test
    @Order(9)
    void audit_isNotFoundWhereThereIsNone(@TempDir Path folder) {
        try (TestServer plain = new TestServer(folder)) {
            plain.settings.set(ServiceSettings.defaults().withAdmins(TrustedSubjects.ofAdmins(List.of("CN=Trusted"))));
            ApiCall audit = DESCRIPTION.call("audit");
            assertStatus(404, CHECK.check(audit, plain.trusted().get(audit.path())));
        }
    }

    @Test
    @Order(10)
    void call_tellsOfFaultsAndOfAStoreThatDoesNotAnswer() {
        usual.store.broken = true;
        with(500).forEach(call -> assertStatus(500, usual.send(usual.good(call))));
        usual.store.broken = false;
        usual.store.down = true;
        with(503).filter(STORELESS.negate()).forEach(call -> assertStatus(503, usual.send(usual.good(call))));
        usual.store.down = false;
    }

    @Test
    @Order(11)
    void call_isRefusedWhenThereIsTooMuch() throws InterruptedException {
        LoadLimits defaults = LoadLimits.defaults();
        LoadLimits few = new LoadLimits(4, 1000, 16, 1 << 26, defaults.pace());
        try (ApiServer full = new ApiServer(DESCRIPTION, CHECK, few)) {
            full.store.entered = new CountDownLatch(4);
            full.store.mayGoOn = new CountDownLatch(1);
            List<CompletableFuture<Reply>> hanging = hanging(4, () -> full.sendFixed("readScope", SCOPE));
            full.store.entered.await();
            with(429)
                    .filter(call -> !CHECKS.contains(call.id()))
                    .forEach(call -> assertStatus(429, full.send(full.good(call))));
            full.store.mayGoOn.countDown();
            hanging.forEach(CompletableFuture::join);
        }
        usual.store.probing = new CountDownLatch(4);
        usual.store.probesMayGoOn = new CountDownLatch(1);
        List<CompletableFuture<Reply>> hanging = hanging(4, () -> usual.send(usual.good(DESCRIPTION.call("health"))));
        usual.store.probing.await();
        with(429)
                .filter(call -> CHECKS.contains(call.id()))
                .forEach(call -> assertStatus(429, usual.send(usual.good(call))));
        usual.store.probesMayGoOn.countDown();
        hanging.forEach(CompletableFuture::join);
    }

    private static List<CompletableFuture<Reply>> hanging(int calls, Supplier<Reply> call) {
        return Stream.generate(() -> CompletableFuture.supplyAsync(call, command -> new Thread(command).start()))
                .limit(calls)
                .toList();
    }

    /**
     * A service that stops listens no more a moment before it refuses calls, and closes what is silent for a second
     * then: calls that come too early or too late are made to the next one.
     */
    @Test
    @Order(12)
    void call_isRefusedWhenTheServiceStops() throws Exception {
        List<ApiCall> left = with(503).filter(STORELESS).toList();
        while (!left.isEmpty()) {
            askOneThatStops(left);
            left = left.stream()
                    .filter(call -> CHECK.unseen(call).contains(503))
                    .toList();
        }
    }

    private static void askOneThatStops(List<ApiCall> calls) throws Exception {
        ApiServer stopping = new ApiServer(DESCRIPTION, CHECK, LoadLimits.defaults());
        Map<ApiCall, KeptConnection> connections = new LinkedHashMap<>();
        for (ApiCall call : calls) {
            connections.put(call, used(stopping));
        }
        stopping.store.entered = new CountDownLatch(1);
        stopping.store.mayGoOn = new CountDownLatch(1);
        List<CompletableFuture<Reply>> hanging = hanging(1, () -> stopping.sendFixed("readScope", SCOPE));
        stopping.store.entered.await();
        CompletableFuture<Void> closing = CompletableFuture.runAsync(stopping.server::close);
        Patience.await()
                .untilAsserted(() -> assertThat(stopping.refusesConnections()).isTrue());
        try {
            for (Map.Entry<ApiCall, KeptConnection> each : connections.entrySet()) {
                Reply reply = asked(stopping, each.getKey(), each.getValue());
                assertThat(reply.status()).isIn(200, 503);
            }
        } catch (EOFException | SocketException | SSLException e) {
            System.out.println("A connection to a service that stops was closed before its call came: " + e);
        }
        stopping.store.mayGoOn.countDown();
        hanging.forEach(CompletableFuture::join);
        closing.join();
    }

    private static KeptConnection used(ApiServer server) throws IOException {
        KeptConnection connection = server.keep();
        asked(server, DESCRIPTION.call("getVersion"), connection);
        return connection;
    }

    private static Reply asked(ApiServer server, ApiCall call, KeptConnection connection) throws IOException {
        connection.send(server.good(call).bytes());
        boolean head = call.method().equals("HEAD");
        return CHECK.check(call, head ? connection.receiveHead() : connection.receive());
    }

    @Test
    @Order(13)
    void status_wasAnsweredByEachCallThatHasIt() {
        System.out.println("The API contract: " + CHECK.answers() + " requests of " + CALLS.size() + " calls.");
        assertThat(CALLS).allSatisfy(call -> assertThat(CHECK.unseen(call))
                .as("statuses that %s did not answer", call)
                .isEmpty());
    }
}
