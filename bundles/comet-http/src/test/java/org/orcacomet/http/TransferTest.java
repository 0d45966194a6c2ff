package org.orcacomet.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.orcacomet.http.TestPki.Dates;
import org.orcacomet.http.TestPki.Identity;
import org.orcacomet.http.WireClient.Reply;
import org.orcacomet.service.ServiceSettings;
import org.orcacomet.service.Switches;
import org.orcacomet.service.TrustedSubjects;
import org.orcacomet.store.ScopeRecord;

/** Exports and imports over TLS. */
@Timeout(120)
class TransferTest {
    private static final String BACKUP = "CN=Backup";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String TOKENS = "&readToken=ReadToken1&writeToken=WriteToken1";
    private static final String IMPORT = "POST /admin/import HTTP/1.1\r\nHost: x\r\n";
    private static final String DENIED = "the certificate or a token does not allow this";

    /** Quick enough to be late in a test, slow enough never to be by chance. */
    private static final HttpLimits QUICK = new HttpLimits(
            Duration.ofSeconds(20),
            Duration.ofSeconds(1),
            1 << 16,
            16,
            new LoadLimits(100, 100, 8, 1 << 20, new Pace(Duration.ofSeconds(5), 1 << 20)));

    /** No client is ended for being silent or slow; and none that is cut off is waited for when the server stops. */
    private static final HttpLimits PATIENT = new HttpLimits(
            Duration.ofMinutes(5),
            Duration.ofMillis(300),
            1 << 16,
            16,
            new LoadLimits(100, 100, 8, 1 << 20, new Pace(Duration.ofMinutes(5), 4096)));

    @TempDir
    Path folder;

    private final TroubledStore store = new TroubledStore();
    private final List<SlowClient> slow = new ArrayList<>();
    private final List<KeptConnection> importing = new ArrayList<>();
    private TestServer server;
    private HttpClient backup;

    @BeforeEach
    void start() {
        start(TestServer.LIMITS);
    }

    private void start(HttpLimits limits) {
        if (server != null) {
            server.close();
        }
        server = new TestServer(folder, store, limits);
        server.settings.set(ServiceSettings.defaults().withAdmins(TrustedSubjects.ofAdmins(List.of(BACKUP))));
        backup = client(backup());
    }

    @AfterEach
    void stop() throws IOException {
        slow.forEach(SlowClient::close);
        endImports();
        server.close();
    }

    private Identity backup() {
        return TestPki.issue(server.ca, BACKUP, Dates.NOW);
    }

    private HttpClient client(Identity... identity) {
        return HttpClient.newBuilder()
                .sslContext(TestPki.client(server.ca, identity))
                .build();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("https://127.0.0.1:" + server.port() + path));
    }

    private HttpResponse<byte[]> exported(HttpClient client) throws IOException, InterruptedException {
        return client.send(request("/admin/export").build(), BodyHandlers.ofByteArray());
    }

    private HttpResponse<String> imported(byte[] export) throws IOException, InterruptedException {
        return imported(new ByteArrayInputStream(export));
    }

    private HttpResponse<String> imported(InputStream export) throws IOException, InterruptedException {
        HttpRequest request = request("/admin/import")
                .POST(BodyPublishers.ofInputStream(() -> export))
                .build();
        return backup.send(request, BodyHandlers.ofString());
    }

    private void fill(int scopes, int valueLength) {
        WireClient trusted = server.trusted();
        for (int i = 0; i < scopes; i++) {
            String write = "/writeScope?contextID=slice-" + i + "&family=users&Key=vm" + TOKENS;
            assertThat(trusted.post(write, "x".repeat(valueLength)).status()).isEqualTo(200);
        }
    }

    private byte[] export(int scopes, int valueLength) throws IOException, InterruptedException {
        fill(scopes, valueLength);
        return exported(backup).body();
    }

    private static String message(String body) throws IOException {
        return JSON.readTree(body).path("message").textValue();
    }

    @Test
    void export_isTakenByAnotherService() throws Exception {
        fill(20, 10);
        assertThat(server.trusted()
                        .delete("/deleteScope?contextID=slice-3&family=users&Key=vm" + TOKENS)
                        .status())
                .isEqualTo(200);
        List<ScopeRecord> all = server.data();
        HttpResponse<byte[]> export = exported(backup);
        assertThat(export.statusCode()).isEqualTo(200);
        assertThat(export.headers().firstValue("Content-Type")).contains("application/octet-stream");
        assertThat(export.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(export.headers().firstValue("Transfer-Encoding")).contains("chunked");

        try (TestServer other = new TestServer(folder)) {
            server.close();
            server = other;
            server.settings.set(ServiceSettings.defaults().withAdmins(TrustedSubjects.ofAdmins(List.of(BACKUP))));
            backup = client(backup());
            assertCounts(imported(export.body()), 20, 20, 0);
            assertCounts(imported(export.body()), 20, 0, 20);
            assertThat(server.data()).containsExactlyInAnyOrderElementsOf(all);
            assertThat(server.client()
                            .get("/readScope?contextID=slice-1&family=users&Key=vm&readToken=ReadToken1")
                            .body())
                    .contains("\"state\":\"present\"");
        }
    }

    private static void assertCounts(HttpResponse<String> answer, int contexts, int taken, int kept)
            throws IOException {
        assertThat(answer.statusCode()).isEqualTo(200);
        JsonNode json = JSON.readTree(answer.body());
        assertThat(json.path("status").textValue()).isEqualTo("OK");
        JsonNode value = json.path("value");
        assertThat(value.path("contexts").intValue()).isEqualTo(contexts);
        assertThat(value.path("records").intValue()).isEqualTo(contexts);
        assertThat(value.path("taken").intValue()).isEqualTo(taken);
        assertThat(value.path("kept").intValue()).isEqualTo(kept);
    }

    private record Row(String caller, Identity... certificate) {
        @Override
        public String toString() {
            return caller;
        }
    }

    private Stream<Row> others() {
        return Stream.of(
                new Row("no certificate"),
                new Row("trusted, not listed", TestPki.issue(server.ca, "CN=Trusted", Dates.NOW)),
                new Row("self-signed", TestPki.selfSigned(BACKUP)),
                new Row("unknown CA", TestPki.issue(TestPki.ca("CN=Test CA"), BACKUP, Dates.NOW)),
                new Row("expired", TestPki.issue(server.ca, BACKUP, Dates.PAST)));
    }

    @Test
    void transfers_areRefusedToAllOthersEvenWhereChecksAreOff() {
        fill(1, 1);
        server.settings.set(server.settings.get().with(new Switches(false, false, true)));
        List<ScopeRecord> before = server.data();
        assertThat(others()).allSatisfy(row -> {
            WireClient client = server.client(row.certificate());
            assertRefused(client.get("/admin/export"), 403, DENIED);
            assertRefused(client.post("/admin/import", "COMET-EXPORT"), 403, DENIED);
        });
        assertThat(server.data()).isEqualTo(before);
    }

    @Test
    void transfers_areRefusedToAllWhereNobodyIsListed() {
        server.settings.set(ServiceSettings.defaults());
        assertRefused(server.client(backup()).get("/admin/export"), 403, DENIED);
        assertRefused(server.client(backup()).post("/admin/import", ""), 403, DENIED);
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /admin/export, 405, the call takes GET",
        "GET, /admin/import, 405, the call takes POST",
        "HEAD, /admin/export, 405,",
        "GET, /admin, 404, there is no such call",
        "GET, /admin/exports, 404, there is no such call"
    })
    void transfers_takeTheirMethodAlone(String method, String path, int status, String message) {
        Reply reply = server.client(backup()).send(method, path, new byte[0]);
        assertThat(reply.status()).isEqualTo(status);
        if (message != null) {
            assertRefused(reply, status, message);
        }
    }

    private static void assertRefused(Reply reply, int status, String message) {
        assertThat(reply.message()).isEqualTo(message);
        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.json().path("value").isEmpty()).isTrue();
    }

    static Stream<String> slashes() {
        return Stream.of("//admin/export", "/admin/export/");
    }

    @ParameterizedTest
    @MethodSource("slashes")
    void export_isFoundWhateverSlashesAreAroundIt(String path) throws Exception {
        assertThat(backup.send(request(path).build(), BodyHandlers.ofByteArray())
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void import_ofADamagedFileSaysWhatIsWrongAndHowMuchWasTaken() throws Exception {
        byte[] export = export(40, 10_000);
        assertThat(imported(new byte[0]).statusCode()).isEqualTo(400);
        assertThat(message(imported(new byte[0]).body())).isEqualTo("the export: it is empty; 0 were taken");
        HttpResponse<String> cut = imported(Arrays.copyOf(export, export.length / 2));
        assertThat(cut.statusCode()).isEqualTo(400);
        assertThat(message(cut.body())).matches("the export: it is cut short after \\d+ records; 0 were taken");
        byte[] damaged = export.clone();
        damaged[export.length / 2] ^= 1;
        HttpResponse<String> refused = imported(damaged);
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(message(refused.body())).matches("the export: it is damaged after \\d+ records; 0 were taken");
    }

    @Test
    void import_saysWhereTheStoreFailsHowMuchWasTaken() throws Exception {
        byte[] export = export(40, 10_000);
        store.down = true;
        HttpResponse<String> answer = imported(export);
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        assertThat(message(answer.body())).isEqualTo("the store cannot answer now; 0 were taken");
        store.down = false;
        assertCounts(imported(export), 40, 0, 40);
    }

    @Test
    void transfers_tellNothingOfAFault() throws Exception {
        byte[] export = export(1, 1);
        store.broken = true;
        assertThat(exported(backup).statusCode()).isEqualTo(500);
        HttpResponse<String> answer = imported(export);
        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body()).doesNotContain(TroubledStore.SECRET);
        store.broken = false;
        assertThat(exported(backup).body()).isEqualTo(export);
    }

    @Test
    void export_isRefusedWhereTheStoreDoesNotAnswerAtAll() throws Exception {
        store.down = true;
        HttpResponse<byte[]> answer = exported(backup);
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(message(new String(answer.body(), StandardCharsets.UTF_8))).isEqualTo("the store cannot answer now");
    }

    @Test
    void export_thatBreaksOffIsSeenToBeCut() {
        fill(40, 10_000);
        store.scansFailAfter = 30;
        assertThatThrownBy(() -> exported(backup)).isInstanceOf(IOException.class);
        String raw = server.client(backup()).get("/admin/export").body();
        assertThat(raw.length()).isGreaterThan(100_000);
        assertThat(raw).doesNotEndWith("0\r\n\r\n");
    }

    private SlowClient stalled(String request) {
        SlowClient client = SlowClient.secure(server.port(), TestPki.client(server.ca, backup()), request);
        slow.add(client);
        return client.trickle('x');
    }

    /** An import that has begun, as its server asks for the body, and gets none of it. */
    private void beginImport(String header) throws IOException {
        KeptConnection connection = new KeptConnection(server.port(), TestPki.client(server.ca, backup()));
        importing.add(connection);
        connection.send((IMPORT + "Expect: 100-continue\r\n" + header + "\r\n\r\n").getBytes(StandardCharsets.UTF_8));
        assertThat(connection.receiveHead().status()).isEqualTo(100);
    }

    private void endImports() throws IOException {
        for (KeptConnection connection : importing) {
            connection.close();
        }
    }

    @Test
    void transfers_areTwoAtATimeAndCallsAreAnsweredMeanwhile() throws Exception {
        start(PATIENT);
        fill(1, 1);
        beginImport("Content-Length: 100000");
        beginImport("Transfer-Encoding: chunked");
        HttpResponse<byte[]> third = exported(backup);
        assertThat(third.statusCode()).isEqualTo(429);
        assertThat(third.headers().firstValue("Retry-After")).contains("1");
        String read = "/readScope?contextID=slice-0&family=users&Key=vm&readToken=ReadToken1";
        assertThat(server.client().get("/health").status()).isEqualTo(200);
        assertThat(server.client().get(read).status()).isEqualTo(200);
        endImports();
        Patience.await()
                .untilAsserted(() -> assertThat(exported(backup).statusCode()).isEqualTo(200));
    }

    @Test
    void transfers_whoseClientsStallAreEnded() {
        fill(20, 500_000);
        start(QUICK);
        SlowClient sending = stalled(IMPORT + "Content-Length: 100000\r\n\r\n");
        SlowClient taking = stalled("GET /admin/export HTTP/1.1\r\nHost: x\r\n\r\n");
        Patience.await()
                .untilAsserted(() -> assertThat(List.of(sending, taking)).allMatch(SlowClient::isEnded));
        Patience.await()
                .untilAsserted(() -> assertThat(exported(backup).statusCode()).isEqualTo(200));
    }

    @Test
    void transfers_areCutOffWhenTheServerStops() throws IOException {
        start(PATIENT);
        beginImport("Content-Length: 100000");
        beginImport("Content-Length: 100000");
        List<Thread> running = transfers();
        assertThat(running).hasSizeGreaterThanOrEqualTo(2);
        server.close();
        Patience.await().untilAsserted(() -> assertThat(running).noneMatch(Thread::isAlive));
    }

    /** Those that run now, also of the other tests that run beside this one. */
    private static List<Thread> transfers() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("comet-transfer"))
                .toList();
    }

    @Test
    void import_thatComesSlowlyButSteadilyIsTaken() throws Exception {
        byte[] export = export(14, 65_000);
        start(QUICK);
        ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
        try (KeptConnection connection = new KeptConnection(server.port(), TestPki.client(server.ca, backup()))) {
            connection.send(
                    (IMPORT + "Content-Length: " + export.length + "\r\n\r\n").getBytes(StandardCharsets.UTF_8));
            AtomicInteger sent = new AtomicInteger();
            ScheduledFuture<?> sending =
                    clock.scheduleAtFixedRate(() -> send(export, sent, connection), 0, 500, TimeUnit.MILLISECONDS);
            Reply reply = connection.receive();
            sending.cancel(false);
            assertThat(reply.message()).startsWith("the export is imported: 14 contexts, 14 records, of which ");
            assertThat(sent).hasValueGreaterThan(export.length - 1);
        } finally {
            clock.shutdownNow();
        }
    }

    private static void send(byte[] export, AtomicInteger sent, KeptConnection connection) {
        int from = sent.getAndAdd(1 << 16);
        try {
            if (from < export.length) {
                connection.send(Arrays.copyOfRange(export, from, Math.min(export.length, from + (1 << 16))));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
