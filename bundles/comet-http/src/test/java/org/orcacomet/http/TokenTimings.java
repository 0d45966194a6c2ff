package org.orcacomet.http;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.orcacomet.api.ContextId;
import org.orcacomet.service.testkit.ScopeState;
import org.orcacomet.service.testkit.ShownTokens;
import org.orcacomet.service.testkit.Stage;
import org.orcacomet.service.testkit.Timings;
import org.orcacomet.store.MemoryScopeStore;

/** Not a test but a measurement, by command ({@code -Dtest=TokenTimings}): what the time of a refusal over TLS tells. */
class TokenTimings {
    private static final int ROUNDS = 20_000;

    @TempDir
    Path folder;

    @Test
    void refusal_takesTheSameTimeWhicheverTokenIsWrong() throws Exception {
        MemoryScopeStore store = new MemoryScopeStore();
        new Stage(store, who -> Optional.of(who.name())).set(ContextId.parse("slice"), ScopeState.LIVE);
        Clock clock = Clock.fixed(Stage.NOW, ZoneOffset.UTC);
        try (TestServer server = new TestServer(folder, store, TestServer.LIMITS, clock);
                KeptConnection connection = new KeptConnection(server.port(), TestPki.client(server.ca))) {
            Map<String, Timings.Attempt> attempts = new LinkedHashMap<>();
            attempts.put("READ_WRONG", write(connection, ShownTokens.READ_WRONG));
            attempts.put("READ_WRONG, again", write(connection, ShownTokens.READ_WRONG));
            List.of(ShownTokens.WRITE_WRONG, ShownTokens.BOTH_WRONG)
                    .forEach(wrong -> attempts.put(wrong.name(), write(connection, wrong)));
            System.out.println("writes that were refused over TLS:\n" + Timings.of(attempts, ROUNDS));
        }
    }

    private static Timings.Attempt write(KeptConnection connection, ShownTokens wrong) {
        String tokens = "&readToken=" + wrong.read(ScopeState.LIVE) + "&writeToken=" + wrong.write(ScopeState.LIVE);
        byte[] request = ("POST /writeScope?contextID=slice&family=users&Key=vm1" + tokens
                        + " HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\n\r\nnew")
                .getBytes(StandardCharsets.US_ASCII);
        return () -> refused(connection, request);
    }

    private static void refused(KeptConnection connection, byte[] request) throws IOException {
        connection.send(request);
        int status = connection.receive().status();
        if (status != 403) {
            throw new IllegalStateException("the write is answered " + status);
        }
    }
}
