package org.orcacomet.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.orcacomet.http.WireClient.Reply;

/** What each call answers, to the byte. A golden file that is not there is made, to be looked at and kept. */
class GoldenAnswersTest {
    private static final Path GOLDEN = Path.of("src/test/resources/wire");
    private static final List<String> HEADERS = List.of("Content-Type", "ETag", "Allow", "Retry-After");
    private static final String TOKENS = "&readToken=ReadToken1&writeToken=WriteToken1";
    private static final String USERS = "?contextID=slice&family=users&Key=unit";

    @TempDir
    Path folder;

    private TestServer server;
    private WireClient client;

    @BeforeEach
    void start() {
        server = new TestServer(folder);
        client = server.trusted();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private record Step(String golden, Function<WireClient, Reply> request) {}

    @Test
    void answers_areTheGoldenOnes() throws IOException {
        for (Step step : steps().toList()) {
            String answer = text(step.request().apply(client));
            assertThat(answer).as(step.golden()).isEqualTo(golden(step, answer));
        }
    }

    private static Stream<Step> steps() {
        String read = "/readScope" + USERS + "&readToken=ReadToken1";
        String write = "/writeScope" + USERS + TOKENS;
        return Stream.of(
                new Step("read-absent", c -> c.get(read)),
                new Step("write", c -> c.post(write, "{\"val_\": \"[{\\\"user\\\":\\\"jörg\\\"}]\"}")),
                new Step("read-present", c -> c.get(read)),
                new Step("read-refused", c -> c.get(read + "x")),
                new Step("enumerate", c -> c.get("/enumerateScope?contextID=slice&readToken=ReadToken1")),
                new Step(
                        "enumerate-family",
                        c -> c.get("/enumerateScope?contextID=slice&family=users&readToken=ReadToken1")),
                new Step(
                        "enumerate-nothing",
                        c -> c.get("/enumerateScope?contextID=slice&family=&readToken=Other1token")),
                new Step("write-precondition", c -> c.post(write, "[]", "If-Match: \"7\"")),
                new Step("write-null", c -> c.post(write, "")),
                new Step("read-null", c -> c.get(read)),
                new Step("write-batch", c -> c.post("/writeScopes?contextID=slice", batch("Write1token"))),
                new Step("write-batch-refused", c -> c.post("/writeScopes?contextID=slice", batch("Write2token"))),
                new Step("delete", c -> c.delete("/deleteScope" + USERS + TOKENS)),
                new Step("read-deleted", c -> c.get(read)),
                new Step("version", c -> c.get("/getVersion")),
                new Step("health", c -> c.get("/health")),
                new Step("ready", c -> c.get("/ready")),
                new Step("no-such-call", c -> c.get("/nothing")),
                new Step("wrong-method", c -> c.get(write)),
                new Step("bad-parameter", c -> c.get("/readScope?contextID=slice")));
    }

    private static String batch(String writeToken) {
        return "[{\"family\":\"hosts\",\"key\":\"a\",\"value\":\"[]\",\"readToken\":\"Read1token\","
                + "\"writeToken\":\"Write1token\"},{\"family\":\"hosts\",\"key\":\"b\",\"value\":null,"
                + "\"readToken\":\"Read1token\",\"writeToken\":\"" + writeToken + "\"}]";
    }

    private static String golden(Step step, String answer) throws IOException {
        Path file = GOLDEN.resolve(step.golden() + ".txt");
        return Files.readString(Files.exists(file) ? file : Files.writeString(file, answer));
    }

    private static String text(Reply reply) {
        String headers = HEADERS.stream()
                .flatMap(name -> reply.header(name).map(value -> name + ": " + value + "\n").stream())
                .collect(Collectors.joining());
        String body = reply.body()
                .replaceAll("(\"Comet version\":\")[^\"]*", "$1VERSION")
                .replaceAll("ends in \\d+ days", "ends in N days");
        return "HTTP " + reply.status() + "\n" + headers + "\n" + body + "\n";
    }
}
