package org.orcacomet.inside;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Locale;

/** Has COMET's certificates, and answers every request at once with 200 and the same body. */
final class OneAnswer implements AutoCloseable {
    private static final String LENGTH = "content-length:";

    private final ServerSocket server;
    private final byte[] answer;

    private OneAnswer(ServerSocket server, String body) {
        this.server = server;
        this.answer = ("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: " + body.length()
                        + "\r\n\r\n" + body)
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    /** One that speaks nonsense. */
    static OneAnswer garbage(Identity identity) throws IOException, GeneralSecurityException {
        return start(identity, "{\"a\": [1,");
    }

    /** One that says yes to each write and delete, as a COMET that needs no time. */
    static OneAnswer yes(Identity identity) throws IOException, GeneralSecurityException {
        return start(
                identity,
                "{\"status\":\"OK\",\"message\":\"yes\",\"value\":{\"extensions\":[\"revision\",\"batch\",\"header-tokens\"]},"
                        + "\"version\":\"1.0\",\"revision\":1}");
    }

    private static OneAnswer start(Identity identity, String body) throws IOException, GeneralSecurityException {
        OneAnswer answers = new OneAnswer(
                identity.server()
                        .getServerSocketFactory()
                        .createServerSocket(0, 50, InetAddress.getByName("127.0.0.1")),
                body);
        background(answers::accept);
        return answers;
    }

    private static void background(Runnable work) {
        Thread thread = new Thread(work, "one answer");
        thread.setDaemon(true);
        thread.start();
    }

    int port() {
        return server.getLocalPort();
    }

    private void accept() {
        try {
            while (!server.isClosed()) {
                Socket client = server.accept();
                client.setTcpNoDelay(true);
                background(() -> converse(client));
            }
        } catch (IOException e) {
            // Closed: the test is over.
            Thread.yield();
        }
    }

    private void converse(Socket client) {
        try (Socket socket = client;
                InputStream in = new BufferedInputStream(socket.getInputStream());
                OutputStream out = socket.getOutputStream()) {
            while (readRequest(in)) {
                out.write(answer);
                out.flush();
            }
        } catch (IOException e) {
            // One client fewer.
            Thread.yield();
        }
    }

    /** Whether there was one. */
    private static boolean readRequest(InputStream in) throws IOException {
        int body = 0;
        String line = line(in);
        boolean any = !line.isEmpty();
        while (!line.isEmpty()) {
            if (line.toLowerCase(Locale.ROOT).startsWith(LENGTH)) {
                body = Integer.parseInt(line.substring(LENGTH.length()).trim());
            }
            line = line(in);
        }
        for (int i = 0; i < body; i++) {
            in.read();
        }
        return any;
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c >= 0 && c != '\n'; c = in.read()) {
            line.append((char) c);
        }
        return line.toString().trim();
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
