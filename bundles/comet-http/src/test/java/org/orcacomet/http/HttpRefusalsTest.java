package org.orcacomet.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What HTTP itself refuses comes in the same envelope as all else. */
class HttpRefusalsTest extends BadInputTest {
    private static final String MALFORMED = "the request is not well-formed HTTP, or its path is ambiguous";
    private static final String HOST = " HTTP/1.1\r\nHost: x\r\n";
    private static final String END = "Connection: close\r\n\r\n";

    private record Row(String fault, int status, String code, String message, String request) {
        @Override
        public String toString() {
            return fault;
        }
    }

    private static Row malformed(String fault, String request) {
        return new Row(fault, 400, "BAD_REQUEST", MALFORMED, request);
    }

    static Stream<Row> requests() {
        String post = "POST /writeScope" + SCOPE + TOKENS + HOST;
        return Stream.of(
                malformed("no request line", "garbage\r\n\r\n"),
                malformed("bytes of another protocol", "\u0016\u0003\u0001\u0002\r\n\r\n"),
                malformed("no host", "GET /getVersion HTTP/1.1\r\n" + END),
                malformed("two hosts", "GET /getVersion" + HOST + "Host: y\r\n" + END),
                malformed("header without a colon", "GET /getVersion" + HOST + "broken\r\n" + END),
                malformed("ambiguous segment", "GET /a/%2e%2e/getVersion" + HOST + END),
                malformed("ambiguous separator", "GET /a%2fgetVersion" + HOST + END),
                malformed("broken escape in the path", "GET /getVersion%zz" + HOST + END),
                malformed("path above the root", "GET /../getVersion" + HOST + END),
                malformed("NUL in the path", "GET /getVersion%00" + HOST + END),
                malformed("two lengths", post + "Content-Length: 1\r\nContent-Length: 2\r\n" + END + "xx"),
                malformed("length that is no number", post + "Content-Length: one\r\n" + END),
                malformed(
                        "length and chunks",
                        post + "Content-Length: 1\r\nTransfer-Encoding: chunked\r\n" + END + "0\r\n\r\n"),
                malformed("broken chunk", post + "Transfer-Encoding: chunked\r\n" + END + "zz\r\nxx\r\n"),
                new Row(
                        "address too long",
                        414,
                        "URI_TOO_LONG",
                        "the address is too long",
                        "GET /readScope?Key=" + "x".repeat(70_000) + HOST + END),
                new Row(
                        "headers too large",
                        431,
                        "REQUEST_HEADER_FIELDS_TOO_LARGE",
                        "the headers are too large",
                        "GET /getVersion" + HOST + "X: " + "x".repeat(70_000) + "\r\n" + END),
                new Row(
                        "other version",
                        505,
                        "HTTP_VERSION_NOT_SUPPORTED",
                        "http version not supported",
                        "GET /getVersion HTTP/7.0\r\nHost: x\r\n\r\n"),
                new Row(
                        "body that does not come",
                        408,
                        "REQUEST_TIMEOUT",
                        "the request did not come in time",
                        post + "Content-Length: 10\r\n\r\nxx"));
    }

    @ParameterizedTest
    @MethodSource("requests")
    void request_isRefusedInTheEnvelope(Row row) {
        WireClient.Reply reply = trusted.raw(row.request().getBytes(StandardCharsets.UTF_8));
        assertRefused(reply, row.status(), row.code(), row.message());
        assertThat(reply.header("Server")).isEmpty();
    }
}
