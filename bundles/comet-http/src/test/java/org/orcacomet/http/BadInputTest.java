package org.orcacomet.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.orcacomet.http.WireClient.Reply;
import org.orcacomet.store.ScopeRecord;

/** What the tables of bad input share: a server with one scope, and that no row changes the data. */
@ResourceLock("the server of these tables")
abstract class BadInputTest {
    static final String SCOPE = "?contextID=slice&family=users&Key=unit";
    static final String READ = "ReadToken1";
    static final String WRITE = "WriteToken1";
    static final String TOKENS = "&readToken=" + READ + "&writeToken=" + WRITE;

    @TempDir
    static Path folder;

    static TestServer server;
    static WireClient trusted;

    private static List<ScopeRecord> before;

    @BeforeAll
    static void start() {
        server = new TestServer(folder);
        trusted = server.trusted();
        assertThat(trusted.post("/writeScope" + SCOPE + TOKENS, "[\"kept\"]").status())
                .isEqualTo(200);
    }

    @BeforeEach
    void look() {
        before = server.data();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    static void assertRefused(Reply reply, int status, String code, String message) {
        assertThat(reply.message()).isEqualTo(message);
        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.header("Content-Type")).contains("application/json");
        assertThat(reply.json().path("status").textValue()).isEqualTo(code);
        assertThat(reply.json().path("value").isObject()).isTrue();
        assertThat(reply.json().path("value").isEmpty()).isTrue();
        assertThat(server.data()).isEqualTo(before);
    }

    static void assertDataAsBefore() {
        assertThat(server.data()).isEqualTo(before);
    }

    static void assertBadRequest(Reply reply, String message) {
        assertRefused(reply, 400, "BAD_REQUEST", message);
    }
}
