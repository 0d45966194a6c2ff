package org.orcacomet.client;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Servers that do what a server should not, one by one. */
final class Misbehaviour {
    private static final String HEAD =
            "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 500\r\n\r\n";

    private Misbehaviour() {}

    /** Takes the request, and never answers. */
    static FakeServer.Behaviour silent() {
        return (request, connection) -> new CountDownLatch(1).await();
    }

    /** Answers one byte after the other, with a fifth of a second between them. */
    static FakeServer.Behaviour dripping() {
        return (request, connection) -> {
            connection.raw(HEAD);
            for (int i = 0; i < 500; i++) {
                connection.raw(" ");
                new CountDownLatch(1).await(200, TimeUnit.MILLISECONDS);
            }
        };
    }

    /** Answers with this status, and with words of its own. */
    static FakeServer.Behaviour status(int status, String... headers) {
        return (request, connection) -> connection.answer(
                status, "{\"status\":\"X\",\"message\":\"no\",\"value\":{},\"version\":\"1\"}", headers);
    }

    /** Answers with this, whatever it was asked. */
    static FakeServer.Behaviour saying(String body) {
        return (request, connection) -> connection.answer(200, body);
    }

    /** Breaks the connection in the middle of an answer. */
    static FakeServer.Behaviour resetMidAnswer() {
        return (request, connection) -> {
            connection.raw(HEAD + "{\"status\":");
            connection.reset();
        };
    }

    /** Closes the connection in the middle of an answer. */
    static FakeServer.Behaviour closeMidAnswer() {
        return (request, connection) -> {
            connection.raw(HEAD + "{\"status\":");
            connection.close();
        };
    }

    /** Breaks the connection instead of an answer. */
    static FakeServer.Behaviour reset() {
        return (request, connection) -> connection.reset();
    }

    /** Speaks something that is not HTTP. */
    static FakeServer.Behaviour babble() {
        return (request, connection) -> {
            connection.raw("220 mail.example ESMTP\r\n\r\n");
            connection.close();
        };
    }

    /** Never stops. */
    static FakeServer.Behaviour endless() {
        return (request, connection) -> {
            connection.raw("HTTP/1.1 200 OK\r\nContent-Length: 9999999\r\n\r\n");
            for (int i = 0; i < 999; i++) {
                connection.raw(new String(new char[9999]).replace('\0', ' '));
            }
        };
    }

    /** Knows its version, and is otherwise like this. */
    static FakeServer.Behaviour afterVersion(String version, FakeServer.Behaviour then) {
        return (request, connection) -> {
            if (request.path().endsWith("/getVersion")) {
                connection.answer(200, version);
            } else {
                then.answer(request, connection);
            }
        };
    }
}
