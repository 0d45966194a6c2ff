package org.orcacomet.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.orcacomet.http.WireClient.Reply;

/**
 * What was sent over a connection, and what came until its end.
 *
 * @param request the bytes, each as a character
 * @param replies the answers
 * @param end how the connection ended
 */
record Conversation(String request, List<Reply> replies, IOException end) {
    private static final Set<Integer> STATUSES =
            Set.of(100, 200, 400, 403, 404, 405, 408, 412, 413, 414, 417, 426, 431, 501, 505);
    private static final Pattern COMPLETE_HEAD = Pattern.compile("(?s).*?\\S.*?\\r?\\n\\r?\\n.*");
    /** The README's known limit: what else is expected may end the connection without an answer. */
    private static final Pattern EXPECTS_ELSE = Pattern.compile("(?i)\nExpect(?!: 100-continue\r?\n)");

    /** Sends these bytes and no more, and takes what comes until the connection ends. */
    static Conversation of(KeptConnection connection, String request) throws IOException {
        List<Reply> replies = new ArrayList<>();
        try (connection) {
            send(connection, request);
            while (true) {
                replies.add(connection.receive());
            }
        } catch (IOException e) {
            return new Conversation(request, replies, e);
        }
    }

    private static void send(KeptConnection connection, String request) {
        try {
            connection.send(request.getBytes(StandardCharsets.ISO_8859_1));
            connection.end();
        } catch (IOException e) {
            // The server may answer, and close, before it has all of a request that it refuses.
        }
    }

    void assertByTheContract() {
        assertThat(end).as(this::toString).isInstanceOf(EOFException.class).hasMessageEndingWith("after: ");
        for (Reply reply : replies) {
            assertThat(reply.status()).as(this::toString).isIn(STATUSES);
            if (reply.status() != 100) {
                assertThat(reply.json().path("message").isTextual())
                        .as(this::toString)
                        .isTrue();
                assertThat(reply.json().path("value").isObject())
                        .as(this::toString)
                        .isTrue();
            }
        }
    }

    void assertAnswered() {
        if (COMPLETE_HEAD.matcher(request).matches()
                && !EXPECTS_ELSE.matcher(request).find()) {
            assertThat(replies).as(this::toString).isNotEmpty();
        }
    }
}
