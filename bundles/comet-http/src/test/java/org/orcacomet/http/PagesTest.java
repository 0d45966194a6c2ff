package org.orcacomet.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.orcacomet.http.WireClient.Reply;

/** The files for browsers, and what a page of another site may not. */
class PagesTest {
    private static final String SCOPE =
            "?contextID=slice&family=users&Key=unit&readToken=ReadToken1&writeToken=WriteToken1";

    @TempDir
    static Path folder;

    private static TestServer server;
    private static WireClient anyone;

    @BeforeAll
    static void start() {
        server = new TestServer(folder);
        anyone = server.client();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource({
        "/, text/html; charset=utf-8",
        "//, text/html; charset=utf-8",
        "/?more, text/html; charset=utf-8",
        "/api, text/html; charset=utf-8",
        "/api/, text/html; charset=utf-8",
        "/openapi.json, application/json",
        "/page/page.css, text/css; charset=utf-8",
        "/page/contexts.js, text/javascript; charset=utf-8",
        "/page/icon.svg, image/svg+xml"
    })
    void page_isForAnybodyAndMayDoLittle(String path, String type) {
        Reply reply = anyone.get(path);
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.body()).isNotBlank();
        assertThat(reply.header("Content-Type")).contains(type);
        assertThat(reply.header("X-Content-Type-Options")).contains("nosniff");
        assertThat(reply.header("Content-Security-Policy")).hasValueSatisfying(policy -> assertThat(policy)
                .contains("default-src 'none'", "frame-ancestors 'none'")
                .doesNotContain("unsafe", "*", "http:"));
    }

    @Test
    void page_isSentAgainOnlyWhenItHasChanged() {
        String etag = anyone.get("/").header("ETag").orElseThrow();
        Reply again = anyone.get("/", "If-None-Match: \"other\", W/" + etag);
        assertThat(again.status()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(again.header("ETag")).contains(etag);
        assertThat(anyone.get("/", "If-None-Match: \"other\"").status()).isEqualTo(200);
    }

    @Test
    void head_isGetWithoutItsBody() {
        Reply head = anyone.send("HEAD", "/api", new byte[0]);
        assertThat(head.status()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        int length = anyone.get("/api").body().length();
        assertThat(head.header("Content-Length")).contains(Integer.toString(length));
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE", "OPTIONS", "TRACE"})
    void page_takesNoOtherMethod(String method) {
        Reply reply = anyone.send(method, "/", new byte[0]);
        assertThat(reply.status()).isEqualTo(405);
        assertThat(reply.header("Allow")).contains("GET, HEAD");
        assertThat(reply.json().path("status").textValue()).isEqualTo("METHOD_NOT_ALLOWED");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Sec-Fetch-Site: cross-site",
                "Sec-Fetch-Site: same-site",
                "Sec-Fetch-Site: anything",
                "Origin: https://elsewhere.example",
                "Origin: http://127.0.0.1",
                "Origin: null"
            })
    void call_isRefusedToAPageOfAnotherSite(String header) {
        assertRefused(server.trusted().post("/writeScope" + SCOPE, "[]", header));
        assertRefused(server.trusted().get("/getVersion", header));
        assertRefused(server.trusted().get("/admin/export", header));
        assertThat(server.data()).isEmpty();
        assertThat(anyone.get("/", header).status()).isEqualTo(200);
    }

    private static void assertRefused(Reply reply) {
        assertThat(reply.status()).isEqualTo(403);
        assertThat(reply.message()).isEqualTo("a browser asks for a page of another site, which may not call COMET");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Sec-Fetch-Site: same-origin", "Sec-Fetch-Site: none", "Origin: https://127.0.0.1"})
    void call_isAnsweredToAPageOfOurs(String header) {
        assertThat(anyone.get("/getVersion", header).status()).isEqualTo(200);
    }
}
