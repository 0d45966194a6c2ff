package org.orcacomet.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.orcacomet.http.ApiRequest.Sender;
import org.orcacomet.http.TestPki.Dates;
import org.orcacomet.http.WireClient.Reply;
import org.orcacomet.service.ServiceSettings;
import org.orcacomet.service.TrustedSubjects;

/**
 * The service keeps to its description: what it allows is never malformed, what it forbids is never done, and every
 * answer is one that it has. In the end each status that it has was answered.
 */
class ApiContractTest {
    private static final String ADMINISTRATOR = "CN=Administrator";
    private static final ApiDescription DESCRIPTION = ApiDescription.load();
    private static final List<ApiCall> CALLS = DESCRIPTION.calls();
    private static final ApiCheck CHECK = new ApiCheck();
    private static final Map<Sender, WireClient> CLIENTS = new EnumMap<>(Sender.class);
    private static final TroubledStore STORE = new TroubledStore();
    private static TestServer server;
    private static byte[] export;

    @BeforeContainer
    static void start() throws IOException, InterruptedException {
        Path folder = Files.createDirectories(Path.of("target", "api-contract"));
        server = new TestServer(folder, STORE, TestServer.LIMITS);
        server.settings.set(ServiceSettings.defaults().withAdmins(TrustedSubjects.ofAdmins(List.of(ADMINISTRATOR))));
        TestPki.Identity administrator = TestPki.issue(server.ca, ADMINISTRATOR, Dates.NOW);
        CLIENTS.put(Sender.ANYONE, server.client());
        CLIENTS.put(Sender.TRUSTED, server.trusted());
        CLIENTS.put(Sender.ADMINISTRATOR, server.client(administrator));
        HttpClient exporter = HttpClient.newBuilder()
                .sslContext(TestPki.client(server.ca, administrator))
                .build();
        URI address = URI.create("https://127.0.0.1:" + server.port() + "/admin/export");
        export = exporter.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofByteArray())
                .body();
    }

    @AfterContainer
    static void stop() {
        server.close();
    }

    private static ApiCases cases(Random random) {
        return new ApiCases(DESCRIPTION, random).withBody("importAll", export);
    }

    private static Reply send(ApiRequest request) {
        request.header("Connection", "close");
        return CHECK.check(request.call, CLIENTS.get(request.sender).raw(request.bytes()));
    }

    private static boolean isForAdministrators(ApiCall call) {
        return call.tag().equals("administration");
    }

    @Property(tries = 1500, shrinking = ShrinkingMode.OFF)
    void request_thatIsAllowedIsAnsweredAndNeverMalformed(@ForAll Random random) {
        ApiCall call = CALLS.get(random.nextInt(CALLS.size()));
        ApiRequest request = cases(random).good(call);
        Reply reply = send(request);
        assertThat(reply.status()).as("%s%n%s", request, reply).isIn(200, 304, 403, 404, 412);
        if (isForAdministrators(call)) {
            assertThat(reply.status() == 403).isEqualTo(request.sender != Sender.ADMINISTRATOR);
        }
    }

    @Example
    void request_thatIsForbiddenIsRefused() {
        ApiCases cases = cases(new Random(1));
        for (ApiCall call : CALLS) {
            for (ApiRequest request : cases.bad(call, Sender.ADMINISTRATOR)) {
                Reply reply = send(request);
                assertThat(reply.status()).as("%s%n%s", request, reply).isEqualTo(400);
            }
        }
    }

    @Example
    void call_thatNeedsACertificateIsRefusedWithoutOne() {
        ApiCases cases = cases(new Random(1));
        for (ApiCall call : CALLS) {
            boolean needed =
                    !call.security().isEmpty() && call.security().stream().allMatch(way -> way.contains("certificate"));
            if (needed) {
                assertThat(send(cases.good(call, Sender.ANYONE)).status()).isEqualTo(403);
            }
        }
    }
}
