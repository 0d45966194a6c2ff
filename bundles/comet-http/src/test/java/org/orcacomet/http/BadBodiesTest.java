package org.orcacomet.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.orcacomet.http.WireClient.Reply;

/** Bodies: over the limit, not UTF-8; batches that are no batch. */
class BadBodiesTest extends BadInputTest {
    private static final int LIMIT = 1 << 20;
    private static final String TARGET = "/writeScope" + SCOPE + TOKENS;

    @ParameterizedTest
    @ValueSource(ints = {LIMIT + 1, 3 * LIMIT})
    void write_refusesABodyOverTheLimit(int bytes) {
        assertTooLarge(trusted.send("POST", TARGET, filled(bytes)));
    }

    @Test
    void write_refusesAChunkedBodyOverTheLimit() {
        byte[] body = filled(LIMIT + 1);
        String chunked =
                Integer.toHexString(body.length) + "\r\n" + new String(body, StandardCharsets.UTF_8) + "\r\n0\r\n\r\n";
        String head =
                "POST " + TARGET + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n\r\n";
        assertTooLarge(trusted.raw((head + chunked).getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void write_refusesABodyOverTheLimitBeforeItIsSent() {
        String head =
                "POST " + TARGET + " HTTP/1.1\r\nHost: x\r\nContent-Length: 9999999\r\nExpect: 100-continue\r\n\r\n";
        assertTooLarge(trusted.raw(head.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void write_refusesABodyThatAnnouncesGigabytes() {
        String head = "POST " + TARGET + " HTTP/1.1\r\nHost: x\r\nContent-Length: 9999999999\r\n\r\n";
        assertTooLarge(trusted.raw(head.getBytes(StandardCharsets.UTF_8)));
    }

    @ParameterizedTest
    @CsvSource({
        "400, POST, /writeScope",
        "403, POST, /writeScope?contextID=slice&family=users&Key=unit&readToken=x&writeToken=y",
        "404, POST, /nothing",
        "405, PUT, /writeScope"
    })
    void refusal_reachesAClientThatIsStillSending(int status, String method, String target) {
        assertThat(trusted.send(method, target, filled(LIMIT)).status()).isEqualTo(status);
        assertDataAsBefore();
    }

    private static void assertTooLarge(Reply reply) {
        assertRefused(reply, 413, "CONTENT_TOO_LARGE", "the value takes more than 1048576 bytes");
    }

    private static byte[] filled(int bytes) {
        byte[] body = new byte[bytes];
        Arrays.fill(body, (byte) 'x');
        return body;
    }

    @ParameterizedTest
    @ValueSource(strings = {"ff", "c080", "eda080", "7bc3", "f4908080", "1f8b0800"})
    void write_refusesABodyThatIsNotUtf8(String hex) {
        byte[] body = HexFormat.of().parseHex(hex);
        assertBadRequest(trusted.send("POST", TARGET, body), "the value is not UTF-8");
    }

    private record Row(String message, String body) {
        @Override
        public String toString() {
            return body.length() > 80 ? message : body;
        }
    }

    static Stream<Row> batches() {
        String good = entry("a", "");
        String json = "the body is not JSON, or has a member twice";
        return Stream.of(
                new Row("the body is not a JSON array", ""),
                new Row(json, "["),
                new Row(json, "[] []"),
                new Row(json, "[" + good + ",]"),
                new Row("the body is not a JSON array", "null"),
                new Row("the body is not a JSON array", good),
                new Row("a batch takes from 1 to 1000 entries", "[]"),
                new Row("a batch takes from 1 to 1000 entries", entries(1001)),
                new Row("entry 0: it is not an object", "[null]"),
                new Row("entry 1: it is not an object", "[" + good + ",[]]"),
                new Row("entry 0: family is missing", "[{}]"),
                new Row("entry 0: it has an unknown member", "[" + entry("a", ",\"contextID\":\"x\"") + "]"),
                new Row(json, "[" + entry("a", ",\"key\":\"b\"") + "]"),
                new Row("entry 1 names a scope that an earlier one names", "[" + good + "," + good + "]"),
                new Row("entry 0: revision is not a number from 0", "[" + entry("a", ",\"revision\":-1") + "]"),
                new Row("entry 0: revision is not a number from 0", "[" + entry("a", ",\"revision\":\"1\"") + "]"),
                new Row("entry 0: revision is not a number from 0", "[" + entry("a", ",\"revision\":1.5") + "]"),
                new Row("entry 0: revision is not a number from 0", "[" + entry("a", ",\"revision\":null") + "]"),
                new Row("entry 0: revision is not a number from 0", "[" + entry("a", ",\"revision\":1e30") + "]"),
                new Row("entry 1: Key is empty", "[" + good + "," + entry("", "") + "]"),
                new Row("entry 0: key is not Unicode text", "[" + entry("\\ud800", "") + "]"),
                new Row("entry 0: value is not a string", "[" + good.replace("\"[]\"", "[]") + "]"),
                new Row("entry 0: value is not Unicode text", "[" + good.replace("[]", "\\udc00") + "]"),
                new Row("entry 0: value is missing", "[" + good.replace("\"value\":\"[]\",", "") + "]"),
                new Row("entry 0: readToken is blank", "[" + good.replace(READ, " ") + "]"),
                new Row("entry 0: writeToken is not a string", "[" + good.replace("\"" + WRITE + "\"", "1") + "]"),
                new Row(
                        "entry 1: readToken and writeToken are equal",
                        "[" + good + "," + entry("b", "").replace(READ, WRITE) + "]"));
    }

    @ParameterizedTest
    @MethodSource("batches")
    void writeAll_isRefused(Row row) {
        assertBadRequest(trusted.post("/writeScopes?contextID=slice", row.body()), row.message());
    }

    @Test
    void writeAll_changesNothingWhenOneEntryIsRefused() {
        String body = "[" + entry("a", "") + "," + entry("unit", "").replace(READ, "ReadToken2") + "]";
        assertRefused(
                trusted.post("/writeScopes?contextID=slice", body),
                403,
                "FORBIDDEN",
                "entry 1: the certificate or a token does not allow this");
    }

    @Test
    void writeAll_refusesABodyOverItsLimit() {
        byte[] body = filled((8 << 20) + 1);
        assertRefused(
                trusted.send("POST", "/writeScopes?contextID=slice", body),
                413,
                "CONTENT_TOO_LARGE",
                "the body takes more than 8388608 bytes");
    }

    @Test
    void writeAll_refusesAValueOverTheLimit() {
        String value = new String(filled(LIMIT + 1), StandardCharsets.UTF_8);
        Reply reply = trusted.post(
                "/writeScopes?contextID=slice", "[" + entry("a", "").replace("[]", value) + "]");
        assertRefused(reply, 413, "CONTENT_TOO_LARGE", "entry 0: the value takes more than 1048576 bytes");
    }

    private static String entries(int count) {
        return Stream.iterate(0, i -> i + 1)
                .limit(count)
                .map(i -> entry("k" + i, ""))
                .toList()
                .toString();
    }

    private static String entry(String key, String more) {
        return "{\"family\":\"users\",\"key\":\"" + key + "\",\"value\":\"[]\",\"readToken\":\"" + READ
                + "\",\"writeToken\":\"" + WRITE + "\"" + more + "}";
    }

    @Test
    void write_takesABodyOfTheLimit() {
        String other = "/writeScope?contextID=other&family=users&Key=unit" + TOKENS;
        assertThat(trusted.send("POST", other, filled(LIMIT), "If-Match: \"1\"").status())
                .isEqualTo(412);
        assertDataAsBefore();
    }
}
