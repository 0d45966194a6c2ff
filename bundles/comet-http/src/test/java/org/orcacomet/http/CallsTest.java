package org.orcacomet.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.orcacomet.http.WireClient.Reply;
import org.orcacomet.service.Switches;

/** The calls as their callers make them. */
class CallsTest {
    private static final String SCOPE = "?contextID=slice&family=users&Key=unit";
    private static final String READ = SCOPE + "&readToken=ReadToken1";
    private static final String TOKENS = READ + "&writeToken=WriteToken1";

    @TempDir
    Path folder;

    private TestServer server;
    private WireClient trusted;
    private WireClient anonymous;

    @BeforeEach
    void start() {
        server = new TestServer(folder);
        trusted = server.trusted();
        anonymous = server.client();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private void write(String body, String... headers) {
        assertThat(trusted.post("/writeScope" + TOKENS, body, headers).status()).isEqualTo(200);
    }

    private String state() {
        return anonymous.get("/readScope" + READ).json().path("state").textValue();
    }

    @Test
    void read_tellsTheFourSituationsApart() {
        assertThat(state()).isEqualTo("absent");
        write("[]");
        assertThat(state()).isEqualTo("present");
        assertThat(anonymous.get("/readScope" + READ + "2").status()).isEqualTo(403);
        write("null");
        assertThat(state()).isEqualTo("null");
        trusted.delete("/deleteScope" + TOKENS);
        assertThat(state()).isEqualTo("deleted");
        Reply stranger = anonymous.get("/readScope" + READ + "2");
        assertThat(stranger.status()).isEqualTo(200);
        assertThat(stranger.json().path("state").textValue()).isEqualTo("absent");
    }

    static Stream<String> bodies() {
        return Stream.of(
                "{\"val_\": \"[]\"}",
                "plain",
                " ",
                "\n",
                "nullnull",
                "\"null\"",
                "NULL",
                "\ufeffbom",
                "a=b&c=d+e%20f",
                "line\r\nline\n",
                "\u0000",
                "日本語 \ud83d\ude00",
                "{broken",
                "\u2028",
                "e\u0301");
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void write_keepsTheBodyByteForByte(String body) {
        write(body);
        assertThat(anonymous
                        .get("/readScope" + READ)
                        .json()
                        .path("value")
                        .path("value")
                        .textValue())
                .isEqualTo(body);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", " null", "\r\n\tnull \n"})
    void write_takesNothingAndNullForTheNullValue(String body) {
        write(body);
        assertThat(state()).isEqualTo("null");
        assertThat(anonymous
                        .get("/enumerateScope?contextID=slice&readToken=ReadToken1")
                        .body())
                .contains("\"entries\":[]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json",
                "text/plain",
                "text/plain; charset=iso-8859-1",
                "application/x-www-form-urlencoded",
                "multipart/form-data; boundary=x",
                "not a type"
            })
    void write_doesNotCareForTheContentType(String type) {
        write("contextID=other&Key=ü", "Content-Type: " + type);
        assertThat(anonymous
                        .get("/readScope" + READ)
                        .json()
                        .path("value")
                        .path("value")
                        .textValue())
                .isEqualTo("contextID=other&Key=ü");
    }

    @Test
    void write_takesAChunkedBody() {
        String request = "POST /writeScope" + TOKENS + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n"
                + "Transfer-Encoding: chunked\r\n\r\n1\r\n[\r\n1\r\n]\r\n0\r\n\r\n";
        assertThat(trusted.raw(request.getBytes(StandardCharsets.UTF_8)).status())
                .isEqualTo(200);
        assertThat(anonymous
                        .get("/readScope" + READ)
                        .json()
                        .path("value")
                        .path("value")
                        .textValue())
                .isEqualTo("[]");
    }

    static final List<String> PATHS = List.of("/readScope", "//readScope", "/readScope/", "///readScope//");

    @ParameterizedTest
    @FieldSource("PATHS")
    void path_mayHaveMoreSlashes(String path) {
        write("[]");
        assertThat(anonymous.get(path + READ).json().path("state").textValue()).isEqualTo("present");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/html", "*/*", "image/png", ""})
    void answer_isJsonWhateverIsAccepted(String accept) {
        for (String target : List.of("/getVersion", "/nothing", "/a/%2e%2e/b")) {
            Reply reply = anonymous.get(target, "Accept: " + accept, "Accept-Charset: koi8-r");
            assertThat(reply.header("Content-Type")).contains("application/json");
            assertThat(reply.json().path("value").isObject()).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"a+b", "a%20b"})
    void parameter_takesPlusAndPercentForABlank(String key) {
        assertThat(trusted.post("/writeScope" + TOKENS.replace("unit", key), "[]")
                        .status())
                .isEqualTo(200);
        assertThat(anonymous.get("/readScope" + READ.replace("unit", "a%20b")).body())
                .contains("\"key\":\"a b\"");
    }

    @Test
    void tokens_mayComeInHeaders() {
        String read = "Comet-Read-Token: ReadToken1";
        String write = "comet-write-token: WriteToken1";
        assertThat(trusted.post("/writeScope" + SCOPE, "[]", read, write).status())
                .isEqualTo(200);
        assertThat(anonymous.get("/readScope" + SCOPE, read).status()).isEqualTo(200);
        assertThat(anonymous.get("/readScope" + READ, read).status()).isEqualTo(200);
        assertThat(anonymous.get("/readScope" + SCOPE, read + "2").status()).isEqualTo(403);
        assertThat(anonymous.get("/enumerateScope?contextID=slice", read).body())
                .contains("\"key\":\"unit\"");
        assertThat(trusted.delete("/deleteScope" + SCOPE, read, write).status()).isEqualTo(200);
    }

    @Test
    void tokensInHeaders_areUtf8() {
        String strange = "ReadTokenÜ1";
        String query = SCOPE + WireClient.query("&readToken", strange).substring(1) + "&writeToken=WriteToken1";
        assertThat(trusted.post("/writeScope" + query, "[]").status()).isEqualTo(200);
        assertThat(anonymous
                        .get("/readScope" + SCOPE, "Comet-Read-Token: " + strange)
                        .status())
                .isEqualTo(200);
    }

    @Test
    void write_comparesAndSets() {
        Reply created = trusted.post("/writeScope" + TOKENS, "[1]", "If-None-Match: *");
        assertThat(created.header("ETag")).contains("\"1\"");
        assertThat(anonymous
                        .post("/writeScope" + TOKENS, "[2]", "If-Match: \"1\"")
                        .header("ETag"))
                .contains("\"2\"");
        Reply late = anonymous.post("/writeScope" + TOKENS, "[3]", "If-Match: \"1\"");
        assertThat(late.status()).isEqualTo(412);
        assertThat(late.json().path("revision").longValue()).isEqualTo(2);
        assertThat(anonymous.get("/readScope" + READ).header("ETag")).contains("\"2\"");
        assertThat(trusted.delete("/deleteScope" + TOKENS, "If-Match: \"1\"").status())
                .isEqualTo(412);
        assertThat(trusted.delete("/deleteScope" + TOKENS, "If-Match: \"2\"").status())
                .isEqualTo(200);
        assertThat(trusted.delete("/deleteScope" + TOKENS).status()).isEqualTo(200);
    }

    @Test
    void writeAll_takesRevisions() {
        write("[]");
        String entry = "{\"family\":\"users\",\"key\":\"KEY\",\"value\":null,\"readToken\":\"ReadToken1\","
                + "\"writeToken\":\"WriteToken1\",\"revision\":REVISION}";
        String fresh = entry.replace("KEY", "new").replace("REVISION", "0");
        String stale = "[" + fresh + "," + entry.replace("KEY", "unit").replace("REVISION", "9") + "]";
        Reply refused = trusted.post("/writeScopes?contextID=slice", stale);
        assertThat(refused.status()).isEqualTo(412);
        assertThat(refused.message()).startsWith("entry 1: ");
        assertThat(refused.json().path("revision").longValue()).isEqualTo(1);
        assertThat(trusted.post("/writeScopes?contextID=slice", stale.replace("9", "1"))
                        .json()
                        .path("revision")
                        .longValue())
                .isEqualTo(2);
    }

    @Test
    void health_namesTheChecksThatAreOff() {
        server.settings.set(server.settings.get().with(new Switches(true, false, false)));
        Reply reply = anonymous.get("/health");
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.body()).contains("\"checksOff\":[\"certificate.check\"]");
        assertThat(anonymous.post("/writeScope" + TOKENS, "[]").status()).isEqualTo(200);
    }
}
