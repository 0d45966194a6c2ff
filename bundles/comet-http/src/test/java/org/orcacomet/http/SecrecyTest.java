package org.orcacomet.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.orcacomet.http.WireClient.Reply;
import org.orcacomet.service.ServiceSettings;
import org.orcacomet.service.TrustedSubjects;

/** A marked token and a marked value go down every path, and show in no log line and in no refusal. */
class SecrecyTest {
    private static final String MARK = "Marked1";
    private static final String READ = MARK + "Read";
    private static final String WRITE = MARK + "Write";
    private static final String TOKENS =
            "?contextID=slice&family=users&Key=unit&readToken=" + READ + "&writeToken=" + WRITE;
    private static final String BATCH = "[{\"family\":\"hosts\",\"key\":\"a\",\"value\":\"" + MARK
            + "\",\"readToken\":\"" + READ + "\",\"writeToken\":\"" + WRITE + "\"}]";

    @TempDir
    Path folder;

    private final TroubledStore store = new TroubledStore();

    @Test
    void tokensAndValues_showNowhere() throws IOException {
        String before = TestLog.now();
        try (TestServer server = new TestServer(folder, store, TestServer.LIMITS)) {
            WireClient client = server.trusted();
            server.settings.set(ServiceSettings.defaults().withAdmins(TrustedSubjects.ofAdmins(List.of("CN=Trusted"))));
            sendAll(client);
            sendAll(server.client());
            store.down = true;
            sendAll(client);
            store.down = false;
            store.broken = true;
            sendAll(client);
        }
        assertThat(TestLog.since(before))
                .contains(
                        "writeScope", "the caller was told of a fault", "GET admin/export 200", "POST admin/import 400")
                .doesNotContain(MARK);
    }

    private static void sendAll(WireClient client) {
        client.post("/writeScope" + TOKENS, MARK);
        client.get("/readScope" + TOKENS);
        client.get("/enumerateScope" + TOKENS);
        client.post("/writeScopes" + TOKENS, BATCH);
        assertThat(client.get("/admin/export").body()).doesNotContain(READ, WRITE);
        refusals(client).forEach(reply -> {
            assertThat(reply.status()).isGreaterThanOrEqualTo(400);
            assertThat(reply.body()).doesNotContain(MARK);
        });
        client.delete("/deleteScope" + TOKENS);
    }

    private static List<Reply> refusals(WireClient client) {
        String host = " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n";
        return List.of(
                client.get("/readScope" + TOKENS + "&readToken=" + MARK),
                client.get("/readScope" + TOKENS + "&" + MARK + "=1&" + MARK + "=2"),
                client.get("/readScope" + TOKENS + "%" + MARK),
                client.get("/readScope" + TOKENS, "Comet-Read-Token: " + MARK),
                client.get("/" + MARK + TOKENS),
                client.get("/a/%2e%2e/" + MARK + TOKENS),
                client.get("/readScope;token=" + MARK),
                client.post("/writeScope" + TOKENS, MARK, "If-Match: " + MARK),
                client.post("/writeScopes" + TOKENS, "[" + MARK),
                client.post("/admin/import" + TOKENS, MARK),
                client.post("/admin/import" + TOKENS, "COMET-EXPORT\u0001P\0\0\0\u0007" + MARK),
                client.post("/writeScopes" + TOKENS, BATCH.replace("\"key\"", "\"" + MARK + "\"")),
                client.send("POST", "/writeScope" + TOKENS, (MARK + "\u00ff").getBytes(StandardCharsets.ISO_8859_1)),
                client.post("/writeScope" + TOKENS, MARK.repeat(1 << 18)),
                client.send("PUT", "/writeScope" + TOKENS, MARK.getBytes(StandardCharsets.UTF_8)),
                raw(client, MARK + "\r\n\r\n"),
                raw(client, "GET /readScope" + TOKENS + "x".repeat(1 << 16) + host + "\r\n"),
                raw(
                        client,
                        "GET /readScope" + TOKENS + host + "Comet-Read-Token: " + MARK.repeat(1 << 14) + "\r\n\r\n"),
                raw(client, "GET /readScope" + TOKENS + host + "Comet-Read-Token " + MARK + "\r\n\r\n"),
                raw(client, "GET /readScope" + TOKENS + host + "Host: " + "y" + "\r\n\r\n"),
                raw(client, "POST /writeScope" + TOKENS + host + "Transfer-Encoding: chunked\r\n\r\n" + MARK));
    }

    private static Reply raw(WireClient client, String request) {
        return client.raw(request.getBytes(StandardCharsets.UTF_8));
    }
}
