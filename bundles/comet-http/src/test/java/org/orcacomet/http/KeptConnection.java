package org.orcacomet.http;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.orcacomet.http.WireClient.Reply;

/** One TLS connection for many requests; several may be sent before the first answer is taken. */
final class KeptConnection implements AutoCloseable {
    private static final int TIMEOUT_MS = 60_000;
    private static final int LONGEST_HEAD = 1 << 16;

    private final SSLSocket socket;
    private final InputStream in;

    KeptConnection(int port, SSLContext tls) throws IOException {
        socket = (SSLSocket) tls.getSocketFactory().createSocket("127.0.0.1", port);
        socket.setSoTimeout(TIMEOUT_MS);
        in = new BufferedInputStream(socket.getInputStream());
    }

    /** Sends these bytes, whatever they are. */
    void send(byte[] request) throws IOException {
        socket.getOutputStream().write(request);
        socket.getOutputStream().flush();
    }

    /** Says that nothing more will be sent. */
    void end() throws IOException {
        socket.shutdownOutput();
    }

    /**
     * Takes the next answer.
     *
     * @throws EOFException if the connection ends before it has begun
     */
    Reply receive() throws IOException {
        Reply head = receiveHead();
        int length = Integer.parseInt(head.header("Content-Length").orElse("0"));
        String body = new String(in.readNBytes(length), StandardCharsets.UTF_8);
        return new Reply(head.status(), head.headers(), body);
    }

    /** Takes the next answer, of which there is no body. */
    Reply receiveHead() throws IOException {
        List<String> lines = Arrays.asList(head().split("\r\n"));
        return new Reply(Integer.parseInt(lines.get(0).split(" ")[1]), lines.subList(1, lines.size()), "");
    }

    private String head() throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n", Math.max(0, head.length() - 4)) < 0) {
            int next = in.read();
            if (next < 0 || head.length() > LONGEST_HEAD) {
                throw new EOFException("the connection ends after: " + head);
            }
            head.append((char) next);
        }
        return head.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
