package org.orcacomet.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.orcacomet.http.TestPki.Dates;
import org.orcacomet.http.TestPki.Identity;
import org.orcacomet.http.WireClient.Reply;
import org.orcacomet.service.ServiceSettings;
import org.orcacomet.service.Switches;
import org.orcacomet.service.TrustedSubjects;
import org.orcacomet.store.BackupRefused;
import org.orcacomet.store.BackupRefused.Reason;

/** Backups over TLS. */
@Timeout(120)
class BackupCallsTest {
    private static final String OPERATOR = "CN=Operator";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String DENIED = "the certificate or a token does not allow this";
    private static final String RESTORE = "/admin/restore?backup=backup-20261122T020500Z";
    private static final String BACKUP =
            "'name':'backup-20261122T020500Z','created':'2026-11-22T02:05:00.123Z','files':5,'bytes':12345";

    /** Short for this test, long for the handshake and the request, which are silent for as long as the machine is busy. */
    private static final Duration IDLE = Duration.ofSeconds(4);

    /** The server gives a silent connection up after this. */
    private static final HttpLimits IMPATIENT =
            new HttpLimits(IDLE, Duration.ofSeconds(30), 1 << 16, 300, LoadLimits.defaults());

    @TempDir
    Path folder;

    private final TroubledStore store = new TroubledStore();
    private final FakeBackups backups = new FakeBackups();
    private TestServer server;
    private WireClient operator;

    @BeforeEach
    void start() {
        store.backups = Optional.of(backups);
        start(TestServer.LIMITS);
    }

    private void start(HttpLimits limits) {
        stop();
        server = new TestServer(folder, store, limits);
        server.settings.set(ServiceSettings.defaults()
                .with(new Switches(false, false, true))
                .withAdmins(TrustedSubjects.ofAdmins(List.of(OPERATOR))));
        operator = server.client(TestPki.issue(server.ca, OPERATOR, Dates.NOW));
    }

    @AfterEach
    void stop() {
        backups.mayGoOn.countDown();
        if (server != null) {
            server.close();
        }
    }

    private static void assertValue(Reply reply, String value) throws Exception {
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.json().path("status").textValue()).isEqualTo("OK");
        assertThat(reply.json().path("value")).isEqualTo(JSON.readTree(value.replace('\'', '"')));
    }

    private static void assertRefused(Reply reply, int status, String message) {
        assertThat(reply.message()).isEqualTo(message);
        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.json().path("value").isEmpty()).isTrue();
    }

    private Reply restore() {
        return operator.post(RESTORE, "");
    }

    @Test
    void backups_areMadeListedAndRestored() throws Exception {
        assertValue(operator.post("/admin/backup", ""), "{" + BACKUP + "}");
        assertValue(operator.get("/admin/backups"), "{'backups':[{" + BACKUP + "}]}");
        assertValue(restore(), "{" + BACKUP + ",'former':'/data/store/before-restore-20261122T030000Z'}");
        assertThat(backups.asked).isEqualTo("backup-20261122T020500Z");
    }

    @Test
    void backups_areRefusedToAllOthersEvenWhereChecksAreOff() {
        Stream.of(
                        new Identity[] {},
                        new Identity[] {TestPki.issue(server.ca, "CN=Trusted", Dates.NOW)},
                        new Identity[] {TestPki.selfSigned(OPERATOR)})
                .map(server::client)
                .forEach(other -> {
                    assertRefused(other.post("/admin/backup", ""), 403, DENIED);
                    assertRefused(other.get("/admin/backups"), 403, DENIED);
                    assertRefused(other.post(RESTORE, ""), 403, DENIED);
                });
        assertThat(backups.asked).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /admin/backup, 405, the call takes POST",
        "POST, /admin/backups, 405, the call takes GET",
        "GET, /admin/restore, 405, the call takes POST",
        "POST, /admin/restore, 400, backup is missing",
        "POST, /admin/restore?backup=a&backup=b, 400, backup is repeated"
    })
    void backups_refuseWhatIsNotTheirs(String method, String path, int status, String message) {
        assertRefused(operator.send(method, path, new byte[0]), status, message);
    }

    @ParameterizedTest
    @CsvSource({"NO_NAME, 400", "UNKNOWN, 404", "UNUSABLE, 400", "BUSY, 429", "FAULT, 503"})
    void backups_saySoWhereTheStoreRefuses(Reason reason, int status) {
        backups.refusal = Optional.of(new BackupRefused(reason, "this is why"));
        assertRefused(operator.post("/admin/backup", ""), status, "this is why");
        assertRefused(operator.get("/admin/backups"), status, "this is why");
        Reply reply = restore();
        assertRefused(reply, status, "this is why");
        assertThat(reply.header("Retry-After").isPresent()).isEqualTo(status == 429 || status == 503);
    }

    @Test
    void backups_tellNothingOfAFault() {
        backups.broken = true;
        assertThat(restore()).satisfies(reply -> {
            assertThat(reply.status()).isEqualTo(500);
            assertThat(reply.body()).doesNotContain(TroubledStore.SECRET);
        });
    }

    @Test
    void backups_ofAStoreThatHasNoneNameTheExport() {
        store.backups = Optional.empty();
        String message = "this service's store has no backups of its own: export its scopes, and import them";
        assertRefused(operator.post("/admin/backup", ""), 400, message);
        assertRefused(operator.get("/admin/backups"), 400, message);
        assertRefused(restore(), 400, message);
    }

    @Test
    void restore_isAloneWithAllScopesAndCallsAreAnsweredMeanwhile() throws Exception {
        backups.entered = new CountDownLatch(1);
        backups.mayGoOn = new CountDownLatch(1);
        CompletableFuture<Reply> restoring = CompletableFuture.supplyAsync(this::restore);
        backups.entered.await();
        String busy = "a backup is being restored: try again once it is";
        assertRefused(operator.get("/admin/export"), 429, busy);
        assertRefused(operator.post("/admin/import", "COMET-EXPORT"), 429, busy);
        assertThat(server.client().get("/health").status()).isEqualTo(200);
        assertThat(server.client()
                        .get("/enumerateScope?contextID=slice-0&readToken=ReadToken1")
                        .status())
                .isEqualTo(200);
        backups.mayGoOn.countDown();
        assertThat(restoring.join().status()).isEqualTo(200);
        assertThat(operator.get("/admin/export").status()).isEqualTo(200);
    }

    @Test
    void restore_waitsForNoExport() throws Exception {
        store.entered = new CountDownLatch(1);
        store.mayGoOn = new CountDownLatch(1);
        CompletableFuture<Reply> exporting = CompletableFuture.supplyAsync(() -> operator.get("/admin/export"));
        store.entered.await();
        assertRefused(restore(), 429, "scopes are being exported or imported: restore the backup once that has ended");
        store.mayGoOn.countDown();
        assertThat(exporting.join().status()).isEqualTo(200);
        Patience.await().untilAsserted(() -> assertThat(restore().status()).isEqualTo(200));
    }

    @Test
    void backup_mayTakeLongerThanAConnectionMayBeSilent() throws Exception {
        start(IMPATIENT);
        backups.mayGoOn = new CountDownLatch(1);
        backups.entered = new CountDownLatch(1);
        CompletableFuture<Reply> making = CompletableFuture.supplyAsync(() -> operator.post("/admin/backup", ""));
        backups.entered.await();
        long began = System.nanoTime();
        Patience.await()
                .until(() -> System.nanoTime() - began > IDLE.plusSeconds(2).toNanos());
        assertThat(making).isNotDone();
        backups.mayGoOn.countDown();
        assertValue(making.join(), "{" + BACKUP + "}");
    }
}
