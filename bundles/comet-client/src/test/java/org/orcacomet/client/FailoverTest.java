package org.orcacomet.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static org.orcacomet.client.FakeComet.DONE;
import static org.orcacomet.client.FakeComet.KEY;
import static org.orcacomet.client.FakeComet.PRESENT;
import static org.orcacomet.client.FakeComet.TOKENS;
import static org.orcacomet.client.FakeComet.WRITE;
import static org.orcacomet.client.FakeComet.client;
import static org.orcacomet.client.FakeComet.ours;
import static org.orcacomet.client.Misbehaviour.saying;
import static org.orcacomet.client.Misbehaviour.status;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.orcacomet.api.CometCode;
import org.orcacomet.api.CometDenied;
import org.orcacomet.api.CometException;
import org.orcacomet.api.CometProtocolException;
import org.orcacomet.api.CometRejected;
import org.orcacomet.api.CometUnavailable;
import org.orcacomet.api.Precondition;
import org.orcacomet.api.Revision;
import org.orcacomet.api.ScopeValue;
import org.orcacomet.api.ScopeWrite;

class FailoverTest {
    private static final ScopeWrite CONDITIONAL = WRITE.when(Precondition.is(Revision.of(4)));

    @TempDir
    private Path folder;

    /** What a server can do to a call, what the error then says, and whether the call may have happened. */
    static Stream<Arguments> faults() {
        return Stream.of(
                arguments("silent", Misbehaviour.silent(), "no full answer in time", true),
                arguments("dripping", Misbehaviour.dripping(), "no full answer in time", true),
                arguments("reset", Misbehaviour.reset(), "the connection broke", true),
                arguments("reset in an answer", Misbehaviour.resetMidAnswer(), "the connection broke", true),
                arguments("close in an answer", Misbehaviour.closeMidAnswer(), "the connection broke", true),
                arguments("babble", Misbehaviour.babble(), "closed the connection without an answer", true),
                arguments("500", status(500), "HTTP 500", true),
                arguments("408", status(408), "HTTP 408", true),
                arguments("502", status(502), "HTTP 502", true),
                arguments("503", status(503, "Retry-After: 7"), "HTTP 503, not again within 7 s", true),
                arguments("429", status(429, "Retry-After: 7"), "HTTP 429, not again within 7 s", false));
    }

    /** Its attempts are short where one is to be over, and long enough for the next server, which works, anywhere else. */
    private CometClient impatient(String fault, String... servers) throws IOException {
        Duration attempt = Duration.ofSeconds(fault.equals("silent") || fault.equals("dripping") ? 3 : 20);
        ClientTimeouts timeouts = ClientTimeouts.of(Duration.ofSeconds(20), attempt, Duration.ofSeconds(60));
        return CometClient.open(
                FakeComet.settings(folder, servers).timeouts(timeouts).build());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    void read_movesOnToTheNextServer(String name, FakeServer.Behaviour fault, String text, boolean unclear)
            throws Exception {
        try (FakeServer first = ours(fault);
                FakeServer second = ours(saying(PRESENT));
                CometClient client = impatient(name, first.address(), second.address())) {
            assertThat(client.comet().read(KEY, TOKENS.read()).text()).contains("text");
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    void write_isRepeatedWithoutAPrecondition(String name, FakeServer.Behaviour fault, String text, boolean unclear)
            throws Exception {
        try (FakeServer first = ours(fault);
                FakeServer second = ours(saying(DONE));
                CometClient client = impatient(name, first.address(), second.address())) {
            assertThat(client.comet().write(WRITE)).contains(Revision.of(5));
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    void write_isNotRepeatedWithAPreconditionOnceItMayHaveHappened(
            String name, FakeServer.Behaviour fault, String text, boolean unclear) throws Exception {
        try (FakeServer first = ours(fault);
                FakeServer second = ours(saying(DONE));
                CometClient client = impatient(name, first.address(), second.address())) {
            if (unclear) {
                assertThatThrownBy(() -> client.comet().write(CONDITIONAL))
                        .isInstanceOf(CometUnavailable.class)
                        .hasMessageStartingWith(
                                "no answer to write of slice/users/r1 (it may have happened all the same): "
                                        + first.address() + ": " + text)
                        .hasMessageEndingWith(second.address() + ": not asked, for the call is not to be repeated");
                assertThat(second.calls()).isEmpty();
                assertThat(first.calls()).hasSize(1);
            } else {
                assertThat(client.comet().write(CONDITIONAL)).contains(Revision.of(5));
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    void read_saysWhatHappenedOnEachServer(String name, FakeServer.Behaviour fault, String text, boolean unclear)
            throws Exception {
        String refusing = FakeServer.refusing();
        try (FakeServer first = ours(fault);
                CometClient client = impatient(name, first.address(), refusing)) {
            assertThatThrownBy(() -> client.comet().read(KEY, TOKENS.read()))
                    .isInstanceOf(CometUnavailable.class)
                    .hasMessageStartingWith("no answer to read of slice/users/r1: " + first.address() + ": " + text)
                    .hasMessageEndingWith("; " + refusing + ": connection refused");
        }
    }

    @Test
    void write_withAPreconditionMovesOnFromARefusedConnection() throws Exception {
        try (FakeServer second = ours(saying(DONE));
                CometClient client = client(folder, FakeServer.refusing(), second.address())) {
            assertThat(client.comet().write(CONDITIONAL)).contains(Revision.of(5));
        }
    }

    @Test
    void write_withAPreconditionMovesOnFromAServerThatDoesNotTellItsVersion() throws Exception {
        try (FakeServer first = FakeServer.start(FakeComet.AUTHORITY.server(), status(503));
                FakeServer second = ours(saying(DONE));
                CometClient client = client(folder, first.address(), second.address())) {
            assertThat(client.comet().write(CONDITIONAL)).contains(Revision.of(5));
            assertThat(first.calls()).isEmpty();
        }
    }

    @Test
    void delete_isRepeatedOnlyWithoutAPrecondition() throws Exception {
        try (FakeServer first = ours(status(500));
                FakeServer second = ours(saying(DONE));
                CometClient client = client(folder, first.address(), second.address())) {
            assertThatThrownBy(() -> client.comet().delete(KEY, TOKENS, Precondition.is(Revision.of(4))))
                    .isInstanceOf(CometUnavailable.class);
            assertThat(second.calls()).isEmpty();
        }
        try (FakeServer first = ours(status(500));
                FakeServer second = ours(saying(DONE));
                CometClient client = client(folder, first.address(), second.address())) {
            client.comet().delete(KEY, TOKENS, Precondition.none());
            assertThat(second.calls()).hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 403, 404, 405, 412, 413, 414, 431})
    void read_takesARefusalForAnAnswer(int refusal) throws Exception {
        try (FakeServer first = ours(status(refusal));
                FakeServer second = ours(saying(PRESENT));
                CometClient client = client(folder, first.address(), second.address())) {
            CometException refused = catchThrowableOfType(
                    CometException.class, () -> client.comet().read(KEY, TOKENS.read()));

            assertThat(refused.code().status()).isEqualTo(refusal);
            assertThat(second.requests()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"garbage SECRET", "{}", "[]", "{\"status\":\"OK\",\"value\":{\"SECRET\":1}}", ""})
    void read_namesTheServerThatBreaksTheContractAndNotWhatItSaid(String body) throws Exception {
        try (FakeServer server = ours(saying(body));
                CometClient client = client(folder, server.address())) {
            assertThatThrownBy(() -> client.comet().read(KEY, TOKENS.read()))
                    .isInstanceOf(CometProtocolException.class)
                    .hasMessageStartingWith(server.address() + " does not speak COMET: ")
                    .hasMessageNotContaining("SECRET")
                    .hasNoCause();
        }
    }

    @Test
    void read_asksAServerThatBrokeTheContractLast() throws Exception {
        try (FakeServer first = ours(saying("garbage"));
                FakeServer second = ours(saying(PRESENT));
                CometClient client = client(folder, first.address(), second.address())) {
            assertThatThrownBy(() -> client.comet().read(KEY, TOKENS.read()))
                    .isInstanceOf(CometProtocolException.class);
            assertThat(client.comet().read(KEY, TOKENS.read()).text()).contains("text");
        }
    }

    @Test
    void read_takesNoEndlessAnswer() throws Exception {
        CometClientSettings.Builder settings;
        try (FakeServer server = ours(Misbehaviour.endless())) {
            settings = FakeComet.settings(folder, server.address())
                    .limits(ClientLimits.standard().answerBytes(10_000));
            try (CometClient client = CometClient.open(settings.build())) {
                assertThatThrownBy(() -> client.comet().read(KEY, TOKENS.read()))
                        .isInstanceOf(CometProtocolException.class)
                        .hasMessage(server.address() + " answered with more than 10000 bytes");
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"1900000, true", "9000000, false"})
    void write_hearsTheRefusalOfALargeValue(int size, boolean taken) throws Exception {
        ScopeWrite large = ScopeWrite.of(KEY, TOKENS, ScopeValue.of(new String(new char[size]).replace('\0', 'x')));
        try (FakeServer server = ours(saying(DONE));
                CometClient client = client(folder, server.address())) {
            if (taken) {
                assertThat(client.comet().write(large)).contains(Revision.of(5));
                assertThat(server.calls().get(0).body()).hasSize(size);
            } else {
                assertThatThrownBy(() -> client.comet().write(large)).isInstanceOf(CometRejected.class);
            }
        }
    }

    @Test
    void read_asksAServerThatFailedLastForAWhile() throws Exception {
        SettableClock clock = new SettableClock();
        try (FakeServer first = ours(status(500));
                FakeServer second = ours(saying(PRESENT));
                CometClient client = client(folder, clock, first.address(), second.address())) {
            client.comet().read(KEY, TOKENS.read());
            first.behave(Misbehaviour.afterVersion(FakeComet.OURS, saying(PRESENT)));
            client.comet().read(KEY, TOKENS.read());
            assertThat(first.calls()).hasSize(1);
            assertThat(second.calls()).hasSize(2);

            clock.move(Duration.ofSeconds(31));
            client.comet().read(KEY, TOKENS.read());
            assertThat(first.calls()).hasSize(2);
            assertThat(second.calls()).hasSize(2);
        }
    }

    @Test
    void read_leavesAServerAloneForAsLongAsItAsks() throws Exception {
        SettableClock clock = new SettableClock();
        try (FakeServer first = ours(status(503, "Retry-After: 100"));
                FakeServer second = ours(saying(PRESENT));
                CometClient client = client(folder, clock, first.address(), second.address())) {
            client.comet().read(KEY, TOKENS.read());
            clock.move(Duration.ofSeconds(99));
            client.comet().read(KEY, TOKENS.read());
            assertThat(first.calls()).hasSize(1);

            clock.move(Duration.ofSeconds(2));
            client.comet().read(KEY, TOKENS.read());
            assertThat(first.calls()).hasSize(2);
        }
    }

    @Test
    void read_asksServersThatFailedWhereNoneIsLeft() throws Exception {
        try (FakeServer only = ours(status(503, "Retry-After: 100"));
                CometClient client = client(folder, only.address())) {
            CometUnavailable unavailable = catchThrowableOfType(
                    CometUnavailable.class, () -> client.comet().read(KEY, TOKENS.read()));
            assertThat(unavailable.retryAfter()).contains(Duration.ofSeconds(100));
            assertThat(unavailable.code()).isEqualTo(CometCode.SERVICE_UNAVAILABLE);

            only.behave(Misbehaviour.afterVersion(FakeComet.OURS, saying(PRESENT)));
            assertThat(client.comet().read(KEY, TOKENS.read()).text()).contains("text");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"silent", "dripping"})
    @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void read_endsWithinTheTotalTimeOut(String fault) throws Exception {
        FakeServer.Behaviour slow = fault.equals("silent") ? Misbehaviour.silent() : Misbehaviour.dripping();
        ClientTimeouts timeouts = ClientTimeouts.of(Duration.ofHours(1), Duration.ofHours(1), Duration.ofMillis(1500));
        try (FakeServer first = ours(slow);
                FakeServer second = ours(saying(PRESENT));
                CometClient client = CometClient.open(FakeComet.settings(folder, first.address(), second.address())
                        .timeouts(timeouts)
                        .build())) {
            assertThatThrownBy(() -> client.comet().read(KEY, TOKENS.read()))
                    .isInstanceOf(CometUnavailable.class)
                    .hasMessageEndingWith(second.address() + ": not asked, for the time was over");
        }
    }

    @Test
    void read_givesUpWhenItsThreadIsInterrupted() throws Exception {
        try (FakeServer server = ours(Misbehaviour.silent());
                CometClient client = client(folder, server.address())) {
            Thread.currentThread().interrupt();
            assertThatThrownBy(() -> client.comet().read(KEY, TOKENS.read()))
                    .isInstanceOf(CometUnavailable.class)
                    .hasMessageEndingWith(server.address() + ": interrupted");
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Test
    void read_isRepeatedWhereTheServerHadClosedAKeptConnection() throws Exception {
        try (FakeServer server = ours(saying(PRESENT));
                CometClient client = client(folder, server.address())) {
            client.comet().read(KEY, TOKENS.read());
            server.forgetConnections();
            assertThat(client.comet().read(KEY, TOKENS.read()).text()).contains("text");
        }
    }

    @Test
    void read_failsAfterClose() throws Exception {
        try (FakeServer server = ours(saying(PRESENT));
                CometClient client = client(folder, server.address())) {
            client.comet().read(KEY, TOKENS.read());
            client.close();
            assertThatThrownBy(() -> client.comet().read(KEY, TOKENS.read()))
                    .isInstanceOf(CometUnavailable.class)
                    .hasMessageEndingWith("this client is closed");
        }
    }

    @Test
    void read_needsASlashNeitherAtTheEndNorNot() throws IOException, CometException {
        try (FakeServer server = ours(saying(PRESENT));
                CometClient client = client(folder, server.address() + "/")) {
            client.comet().read(KEY, TOKENS.read());
            assertThat(server.calls().get(0).path()).isEqualTo("/readScope");
        }
    }

    @Test
    void read_isDeniedWithoutAskingAnother() throws Exception {
        try (FakeServer server = ours(status(403));
                CometClient client = client(folder, server.address())) {
            assertThatThrownBy(() -> client.comet().read(KEY, TOKENS.read()))
                    .isInstanceOf(CometDenied.class)
                    .hasMessage(server.address() + " refused read of slice/users/r1: no");
        }
    }
}
