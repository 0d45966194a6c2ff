package org.orcacomet.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orcacomet.client.FakeComet.KEY;
import static org.orcacomet.client.FakeComet.SLICE;
import static org.orcacomet.client.Misbehaviour.saying;
import static org.orcacomet.client.Misbehaviour.status;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Collections;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.orcacomet.api.Comet;
import org.orcacomet.api.CometException;
import org.orcacomet.api.CometProtocolException;
import org.orcacomet.api.Precondition;
import org.orcacomet.api.ScopeValue;
import org.orcacomet.api.ScopeWrite;
import org.orcacomet.api.TokenCodec;
import org.orcacomet.api.TokenPair;
import org.orcacomet.api.WriteBatch;

/** Marked tokens and values go down every path, and come out of none. */
class SecretsTest {
    private static final TokenPair TOKENS =
            TokenPair.of(TokenCodec.readToken("MARKED-Read-1"), TokenCodec.writeToken("MARKED-Write-1"));
    private static final ScopeWrite WRITE = ScopeWrite.of(KEY, TOKENS, ScopeValue.of("a MARKED value"));

    @TempDir
    private Path folder;

    private interface Errand {
        void go(Comet comet) throws CometException;
    }

    private static Stream<Errand> calls() {
        return Stream.of(
                comet -> comet.write(WRITE),
                comet -> comet.write(WRITE.when(Precondition.absent())),
                comet -> comet.writeAll(WriteBatch.of(Collections.singletonList(WRITE))),
                comet -> comet.read(KEY, TOKENS.read()),
                comet -> comet.enumerate(SLICE, TOKENS.read()),
                comet -> comet.delete(KEY, TOKENS, Precondition.none()));
    }

    private static FakeServer.Behaviour echo(int status) {
        return (request, connection) -> connection.answer(
                status,
                "{\"status\":\"OK\",\"message\":\"" + request.target()
                        + request.body().replace('"', ' ') + "\"," + "\"value\":{\"error\":\"" + request.target()
                        + " MARKED-Read-1 MARKED-Write-1\"}}");
    }

    private static Stream<FakeServer.Behaviour> behaviours() {
        return Stream.of(
                saying(FakeComet.DONE),
                saying(FakeComet.PRESENT),
                saying("MARKED"),
                saying("{\"MARKED\":1}"),
                saying("{\"status\":\"OK\",\"value\":{\"value\":{\"MARKED\":1},\"entries\":[\"MARKED\"]}}"),
                echo(200),
                echo(400),
                echo(403),
                echo(412),
                status(500),
                status(302, "Location: /x?readToken=MARKED-Read-1"),
                Misbehaviour.reset(),
                Misbehaviour.resetMidAnswer(),
                Misbehaviour.babble(),
                (request, connection) -> {
                    connection.raw("HTTP/1.1 MARKED MARKED\r\nMARKED\r\n\r\n");
                    connection.close();
                },
                (request, connection) -> {
                    connection.raw("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nMARKED\r\n");
                    connection.close();
                });
    }

    @Test
    void noPath_leaksATokenOrAValue() throws Exception {
        StringWriter errors = new StringWriter();
        ByteArrayOutputStream log = new ByteArrayOutputStream();
        PrintStream before = System.err;
        System.setErr(new PrintStream(log, true, "UTF-8"));
        try {
            for (String version : new String[] {FakeComet.OURS, FakeComet.TODAY}) {
                behaviours().forEach(behaviour -> down(version, behaviour, new PrintWriter(errors, true)));
            }
        } finally {
            System.setErr(before);
        }
        assertThat(errors.toString())
                .contains("CometDenied", "CometUnavailable")
                .doesNotContain("MARKED");
        assertThat(log.toString("UTF-8")).contains("failed, and is asked last").doesNotContain("MARKED");
    }

    private void down(String version, FakeServer.Behaviour behaviour, PrintWriter errors) {
        try (FakeServer server =
                        FakeServer.start(FakeComet.AUTHORITY.server(), Misbehaviour.afterVersion(version, behaviour));
                CometClient client = FakeComet.client(folder, server.address())) {
            calls().forEach(call -> attempt(call, client.comet(), errors));
        } catch (java.io.IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void attempt(Errand call, Comet comet, PrintWriter errors) {
        try {
            call.go(comet);
        } catch (CometException | CometProtocolException e) {
            e.printStackTrace(errors);
        }
    }
}
