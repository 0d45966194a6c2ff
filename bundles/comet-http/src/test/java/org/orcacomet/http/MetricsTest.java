package org.orcacomet.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.Socket;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.orcacomet.http.TestPki.Dates;
import org.orcacomet.http.TestPki.Identity;
import org.orcacomet.http.WireClient.Reply;
import org.orcacomet.service.ServiceSettings;
import org.orcacomet.service.TrustedSubjects;

/** What Prometheus is told, and who may read it. */
class MetricsTest {
    private static final String MONITOR = "CN=Prometheus";
    private static final String ADMIN = "CN=Admin";
    private static final String SCOPE =
            "?contextID=secret-slice&family=secret-family&Key=secret-key&readToken=ReadToken1";

    @TempDir
    Path folder;

    private TestServer server;

    private void start(String access) {
        server = new TestServer(folder, MetricsAccess.parse(access, List.of(MONITOR)));
        server.settings.set(ServiceSettings.defaults().withAdmins(TrustedSubjects.ofAdmins(List.of(ADMIN))));
    }

    @AfterEach
    void stop() {
        if (server != null) {
            server.close();
        }
    }

    private Reply metrics(String who) {
        return client(who).get("/metrics");
    }

    private WireClient client(String who) {
        return switch (who) {
            case "nobody" -> server.client();
            case "stranger" -> server.client(TestPki.selfSigned(MONITOR));
            case "expired" -> server.client(TestPki.issue(server.ca, MONITOR, Dates.PAST));
            default -> server.client(identity(who));
        };
    }

    private Identity identity(String who) {
        return TestPki.issue(server.ca, "CN=" + who, Dates.NOW);
    }

    @ParameterizedTest
    @CsvSource({
        "anyone, nobody, 200",
        "anyone, stranger, 200",
        "admins, Admin, 200",
        "admins, Prometheus, 200",
        "admins, Other, 403",
        "admins, nobody, 403",
        "admins, stranger, 403",
        "admins, expired, 403",
        "off, Admin, 404",
        "off, nobody, 404"
    })
    void metrics_areForThoseWhomTheAccessNames(String access, String who, int status) {
        start(access);
        assertThat(metrics(who).status()).isEqualTo(status);
    }

    @Test
    void access_mustBeOneOfThree() {
        assertThatThrownBy(() -> MetricsAccess.parse("all", List.of()))
                .hasMessage("metrics.access is none: set it to admins, anyone or off");
        assertThatThrownBy(() -> MetricsAccess.parse("off", List.of("prometheus")))
                .hasMessageStartingWith("metrics.subjects holds 'prometheus'");
    }

    @Test
    void metrics_takeGetAlone() {
        start("anyone");
        Reply reply = server.client().post("/metrics", "");
        assertThat(reply.status()).isEqualTo(405);
        assertThat(reply.header("Allow")).contains("GET");
    }

    @Test
    void metrics_countCallsByTheirAnswersAndNameNoScope() {
        start("anyone");
        WireClient trusted = server.trusted();
        trusted.post("/writeScope" + SCOPE + "&writeToken=WriteToken1", "[]");
        trusted.get("/readScope" + SCOPE);
        trusted.get("/readScope" + SCOPE);
        trusted.get("/readScope" + SCOPE + "x");
        trusted.get("/secret-path");

        String text = told(
                "comet_call_seconds_count{call=\"other\",outcome=\"NOT_FOUND\"} 1",
                "comet_call_seconds_count{call=\"writeScope\",outcome=\"OK\"} 1",
                "comet_call_seconds_count{call=\"readScope\",outcome=\"OK\"} 2",
                "comet_call_seconds_bucket{call=\"readScope\",outcome=\"OK\",le=\"+Inf\"} 2",
                "comet_call_seconds_count{call=\"readScope\",outcome=\"FORBIDDEN\"} 1",
                "comet_store_call_seconds_count{call=\"change\"} 1",
                "comet_ready 1",
                "comet_check_state{check=\"store\"} 0",
                "comet_checks_off 0",
                "comet_connections_open 1",
                "comet_calls_running 0");

        assertThat(text).doesNotContain("secret", "Token1");
        assertThat(metrics("nobody").header("Content-Type")).contains("text/plain; version=0.0.4; charset=utf-8");
    }

    @Test
    void metrics_countHandshakesThatFail() throws IOException {
        start("anyone");
        try (Socket plain = new Socket("127.0.0.1", server.port())) {
            plain.getOutputStream()
                    .write("GET / HTTP/1.1\r\n\r\n".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
            plain.getInputStream().readAllBytes();
        }
        assertThat(told("comet_handshakes_failed_total 1")).contains("comet_handshake_seconds_count");
    }

    /**
     * A call is counted once its answer is sent, which its client may see a moment before; and of calls and of
     * connections one after the other any may be the last to be counted.
     */
    private String told(String... lines) {
        AtomicReference<String> text = new AtomicReference<>();
        Patience.await().untilAsserted(() -> {
            text.set(metrics("nobody").body());
            assertThat(text.get().lines()).contains(lines);
        });
        return text.get();
    }
}
