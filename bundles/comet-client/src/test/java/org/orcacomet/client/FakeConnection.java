package org.orcacomet.client;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import javax.net.ssl.SSLSocket;

/** A fake server's end of a connection. */
final class FakeConnection {
    private final Socket raw;
    private final SSLSocket secure;

    FakeConnection(Socket raw, SSLSocket secure) {
        this.raw = raw;
        this.secure = secure;
    }

    /** A full answer, with further header lines. */
    void answer(int status, String body, String... headers) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        StringBuilder head = new StringBuilder("HTTP/1.1 " + status + " Whatever\r\n");
        head.append("Content-Type: application/json\r\nContent-Length: ")
                .append(bytes.length)
                .append("\r\n");
        for (String header : headers) {
            head.append(header).append("\r\n");
        }
        OutputStream out = secure.getOutputStream();
        out.write((head + "\r\n" + body).getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    /** These characters, whatever they are. */
    void raw(String text) throws IOException {
        OutputStream out = secure.getOutputStream();
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    /** Ends it in good order. */
    void close() throws IOException {
        secure.close();
    }

    /** Breaks it. */
    void reset() throws IOException {
        raw.setSoLinger(true, 0);
        raw.close();
    }
}
