package org.orcacomet.http;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.orcacomet.http.WireClient.Reply;
import org.orcacomet.service.testkit.Deed;
import org.orcacomet.service.testkit.Guess;
import org.orcacomet.service.testkit.Stage;
import org.orcacomet.service.testkit.Timings;
import org.orcacomet.service.testkit.WireTable;
import org.orcacomet.store.MemoryScopeStore;

/** No test but a measurement, by {@code ./comet timings}: what the time of an answer over TLS tells of the tokens. */
class TokenTimings {
    private static final int ROUNDS = 20_000;

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(names = {"READ", "WRITE"})
    void guess_takesTheSameTimeWhateverIsWrong(Deed deed) throws Exception {
        MemoryScopeStore store = new MemoryScopeStore();
        Guess.set(new Stage(store, who -> Optional.of(who.name())));
        Clock clock = Clock.fixed(Stage.NOW, ZoneOffset.UTC);
        try (TestServer server = new TestServer(folder, store, TestServer.LIMITS, clock);
                KeptConnection connection = new KeptConnection(server.port(), TestPki.client(server.ca))) {
            Map<String, Timings.Attempt> attempts = new LinkedHashMap<>();
            for (Guess guess : Guess.at(deed)) {
                attempts.put(guess.name(), attempt(connection, new WireCase(guess.number(), guess.of(deed))));
            }
            Timings timings = Timings.of(attempts, ROUNDS);
            System.out.println(deed + " over TLS, " + ROUNDS + " times each\n" + timings);
        }
    }

    private static Timings.Attempt attempt(KeptConnection connection, WireCase call) throws IOException {
        byte[] request = call.request().getBytes(StandardCharsets.US_ASCII);
        String expected = WireTable.verdict(call.it()).answer();
        String answer = call.answer(ask(connection, request));
        if (!answer.equals(expected)) {
            throw new IllegalStateException(call.it() + " is answered " + answer + ", not " + expected);
        }
        return () -> ask(connection, request);
    }

    private static Reply ask(KeptConnection connection, byte[] request) throws IOException {
        connection.send(request);
        return connection.receive();
    }
}
