package org.orcacomet.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.orcacomet.launcher.certificates.DevCertificates;
import org.orcacomet.launcher.service.FakeService;

/** Every command that asks a service, against services that are none, of another version, or do not want to. */
class UnwillingServiceTest {
    private static final String SCOPE = " --context c --family f --key k --read-token Secret1Read";
    private static final List<String> COMET = List.of(
            "scope read" + SCOPE,
            "scope list --context c --read-token Secret1Read",
            "scope write --value Secret1Value --write-token Secret1Write" + SCOPE,
            "scope delete --write-token Secret1Write" + SCOPE,
            "context create --vm vm-1");
    private static final List<String> ADMIN =
            List.of("admin list", "admin show c", "admin purge --yes c", "admin stats", "admin verify", "admin audit");

    @TempDir
    static Path tls;

    @BeforeAll
    static void make() throws Exception {
        DevCertificates.create(tls.resolve("tls"));
    }

    private record Service(int status, String answer, long cut, int comet, int admin) {
        Service(int status, String answer, int comet, int admin) {
            this(status, answer, 0, comet, admin);
        }
    }

    private static String refusal(String status) {
        return "{\"status\":\"" + status + "\",\"message\":\"no\",\"value\":{},\"version\":\"1.0\"}";
    }

    static List<Service> services() {
        return List.of(
                new Service(200, "<html>It works</html>", 1, 1),
                new Service(200, "", 1, 1),
                new Service(200, "{\"a\":[1,2", 1, 1),
                new Service(200, "{\"status\":\"OK\"}", 1, 1),
                new Service(404, "<html>Not Found</html>", 1, 1),
                new Service(404, refusal("NOT_FOUND"), 1, 1),
                new Service(405, refusal("METHOD_NOT_ALLOWED"), 1, 1),
                new Service(301, "", 1, 1),
                new Service(500, "Secret", 5, 1),
                new Service(403, refusal("FORBIDDEN"), 3, 3),
                new Service(429, refusal("TOO_MANY_REQUESTS"), 5, 5),
                new Service(503, refusal("SERVICE_UNAVAILABLE"), 5, 5),
                new Service(200, "{\"status\":\"OK\"", 9, 5, 5));
    }

    @ParameterizedTest
    @MethodSource("services")
    void command_saysInOneSentenceWhatIsWrong(Service service) throws Exception {
        byte[] answer = service.answer().getBytes(StandardCharsets.UTF_8);
        long length = answer.length == 0 ? -1 : answer.length + service.cut();
        try (FakeService fake = new FakeService(tls.resolve("tls"), service.status(), answer, length)) {
            for (String command : COMET) {
                assertRefused(run(command, fake.port()), service.comet(), fake.port());
            }
            for (String command : ADMIN) {
                assertRefused(run(command, fake.port()), service.admin(), fake.port());
            }
        }
    }

    private static void assertRefused(Run run, int status, int port) {
        run.assertFailed(status, "localhost:" + port);
        assertThat(run.err()).doesNotContain("Secret");
    }

    private static Run run(String command, int port, String... more) {
        List<String> arguments = new ArrayList<>(List.of(command.split(" ")));
        arguments.addAll(List.of("--at", "https://localhost:" + port, "--tls", tls.resolve("tls") + ""));
        arguments.addAll(List.of(more));
        return Run.of(arguments);
    }

    @Test
    void create_leavesNoFileIfTheServiceRefuses() throws Exception {
        byte[] answer = refusal("FORBIDDEN").getBytes(StandardCharsets.UTF_8);
        try (FakeService fake = new FakeService(tls.resolve("tls"), 403, answer, answer.length)) {
            Path out = tls.resolve("slice");
            run("context create --vm vm-1", fake.port(), "--out", out.toString())
                    .assertFailed(3, "localhost");
            assertThat(out).doesNotExist();
        }
    }

    @Test
    void service_thatWouldGoOnForEverIsToldOf() throws Exception {
        byte[] answer = "{\"status\":\"OK\",\"message\":\"x\",\"value\":{\"contexts\":[],\"next\":\"a\"}}"
                .getBytes(StandardCharsets.UTF_8);
        try (FakeService fake = new FakeService(tls.resolve("tls"), 200, answer, answer.length)) {
            run("admin list", fake.port()).assertFailed(1, "repeats itself");
            run("admin verify", fake.port()).assertFailed(1, "repeats itself");
        }
    }

    @Test
    void service_ofAnotherCaIsOneSentence() throws Exception {
        Path others = tls.resolve("others");
        DevCertificates.create(others);
        try (FakeService fake = new FakeService(others, 200, new byte[0], -1)) {
            run(COMET.get(0), fake.port()).assertFailed(5, "localhost:" + fake.port());
            run("admin stats", fake.port()).assertFailed(1, "is of another CA");
        }
    }
}
