package org.orcacomet.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.orcacomet.http.WireClient.Reply;

/** Parameters: missing, repeated, undecodable; paths that are no call, and methods that a call does not take. */
class BadParametersTest extends BadInputTest {
    private record Row(String message, String target) {
        @Override
        public String toString() {
            return target;
        }
    }

    static Stream<Row> targets() {
        String token = "&readToken=" + READ;
        String undecodable = "a parameter is not percent-encoded";
        return Stream.of(
                new Row("family is missing", "/readScope"),
                new Row("contextID is missing", "/enumerateScope?readToken=" + READ),
                new Row("contextID is missing", "/readScope?contextId=slice&family=users&Key=unit" + token),
                new Row("Key is missing", "/readScope?contextID=slice&family=users&key=unit" + token),
                new Row("family is missing", "/readScope?contextID=slice&Family=users&Key=unit" + token),
                new Row("contextID is repeated", "/readScope" + SCOPE + token + "&contextID=slice"),
                new Row("readToken is repeated", "/readScope" + SCOPE + token + token),
                new Row("writeToken is repeated", "/readScope" + SCOPE + token + "&writeToken=a&writeToken=b"),
                new Row("Key is repeated", "/readScope" + SCOPE + token + "&K%65y=unit"),
                new Row("a parameter is repeated", "/readScope" + SCOPE + token + "&more=1&more=2"),
                new Row(undecodable, "/readScope" + SCOPE + "%" + token),
                new Row(undecodable, "/readScope" + SCOPE + "%4" + token),
                new Row(undecodable, "/readScope" + SCOPE + "%zz" + token),
                new Row(undecodable, "/readScope" + SCOPE + "%-1" + token),
                new Row(undecodable, "/readScope" + SCOPE + token + "&%=x"),
                new Row(undecodable, "/readScope" + SCOPE + "ü" + token),
                new Row("a parameter is not UTF-8", "/readScope" + SCOPE + "%ff" + token),
                new Row("a parameter is not UTF-8", "/readScope" + SCOPE + "%c0%80" + token),
                new Row("a parameter is not UTF-8", "/readScope" + SCOPE + "%ed%a0%80" + token),
                new Row("a parameter is not UTF-8", "/readScope" + SCOPE + token + "&more=%e2%82"));
    }

    @ParameterizedTest
    @MethodSource("targets")
    void parameters_areRefused(Row row) {
        assertBadRequest(trusted.get(row.target()), row.message());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/nothing",
                "/page",
                "/page/",
                "/page/none.js",
                "/index.html",
                "/ReadScope",
                "/readscope",
                "/readScope/more",
                "/a/readScope",
                "/readScope.json",
                "/readScope;a=b",
                "/write%53cope",
                "/writeScope%3Fx",
                "/favicon.ico"
            })
    void path_isNoCall(String path) {
        assertRefused(trusted.get(path), 404, "NOT_FOUND", "there is no such call");
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /writeScope, POST",
        "PUT, /writeScope, POST",
        "GET, /writeScopes, POST",
        "POST, /readScope, GET",
        "DELETE, /readScope, GET",
        "TRACE, /readScope, GET",
        "OPTIONS, /readScope, GET",
        "POST, /enumerateScope, GET",
        "GET, /deleteScope, DELETE",
        "POST, /deleteScope, DELETE",
        "POST, /getVersion, GET",
        "PATCH, /health, GET",
        "WHATEVER, /ready, GET"
    })
    void method_isNotAllowed(String method, String path, String allowed) {
        Reply reply = trusted.send(method, path + SCOPE + TOKENS, new byte[0]);
        assertRefused(reply, 405, "METHOD_NOT_ALLOWED", "the call takes " + allowed);
        assertThat(reply.header("Allow")).contains(allowed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/readScope", "/getVersion", "/health"})
    void head_isNotAllowed(String path) {
        Reply reply = trusted.send("HEAD", path, new byte[0]);
        assertThat(reply.status()).isEqualTo(405);
        assertThat(reply.header("Allow")).contains("GET");
        assertThat(reply.body()).isEmpty();
    }

    private record Condition(String message, String header) {
        @Override
        public String toString() {
            return header;
        }
    }

    static Stream<Condition> conditions() {
        String match = "If-Match is not one revision in quotes";
        return Stream.of(
                new Condition(match, "If-Match: 1"),
                new Condition(match, "If-Match: *"),
                new Condition(match, "If-Match: W/\"1\""),
                new Condition(match, "If-Match: \"0\""),
                new Condition(match, "If-Match: \"one\""),
                new Condition(match, "If-Match: \"99999999999999999999\""),
                new Condition(match, "If-Match: \"1\", \"2\""),
                new Condition("more than one of If-Match and If-None-Match", "If-Match: \"1\"\r\nIf-None-Match: *"),
                new Condition("If-None-Match is not *", "If-None-Match: \"1\""));
    }

    @ParameterizedTest
    @MethodSource("conditions")
    void precondition_isRefused(Condition row) {
        assertBadRequest(trusted.post("/writeScope" + SCOPE + TOKENS, "[]", row.header()), row.message());
        assertBadRequest(trusted.delete("/deleteScope" + SCOPE + TOKENS, row.header()), row.message());
    }

    @ParameterizedTest
    @ValueSource(strings = {"If-None-Match: *"})
    void delete_takesNoIfNoneMatch(String header) {
        assertBadRequest(trusted.delete("/deleteScope" + SCOPE + TOKENS, header), "a deletion takes no If-None-Match");
    }
}
