package org.orcacomet.client;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UnsupportedEncodingException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSocket;

/** One request, as a fake server got it. */
final class FakeRequest {
    private final String line;
    private final Map<String, String> headers;
    private final String body;
    private final String client;
    private final String tls;

    private FakeRequest(String line, Map<String, String> headers, String body, SSLSocket socket) {
        this.line = line;
        this.headers = headers;
        this.body = body;
        this.client = client(socket);
        this.tls = socket.getSession().getProtocol();
    }

    /** The next request; null once the client is gone. */
    static FakeRequest read(SSLSocket socket) throws IOException {
        InputStream in = socket.getInputStream();
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        while (!endsWithBlankLine(head)) {
            int next = in.read();
            if (next < 0) {
                return null;
            }
            head.write(next);
        }
        String[] lines = head.toString("UTF-8").split("\r\n");
        Map<String, String> headers = new TreeMap<>();
        for (int i = 1; i < lines.length; i++) {
            int colon = lines[i].indexOf(':');
            headers.put(
                    lines[i].substring(0, colon).toLowerCase(Locale.ROOT),
                    lines[i].substring(colon + 1).trim());
        }
        int length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
        if (headers.containsKey("expect") && !wants(length, socket.getOutputStream())) {
            dropRest(in);
            return null;
        }
        return new FakeRequest(lines[0], headers, text(in, length), socket);
    }

    /** A server takes up to two million bytes; more are refused before they come. */
    private static boolean wants(int length, OutputStream out) throws IOException {
        boolean wanted = length <= 2_000_000;
        String answer = wanted ? "100 Continue" : "413 Content Too Large\r\nContent-Length: 0\r\nConnection: close";
        out.write(("HTTP/1.1 " + answer + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
        return wanted;
    }

    /** A client that waited for long sends it all the same, and listens then. */
    private static void dropRest(InputStream in) throws IOException {
        byte[] bytes = new byte[1 << 16];
        int read = in.read(bytes);
        while (read >= 0) {
            read = in.read(bytes);
        }
    }

    private static boolean endsWithBlankLine(ByteArrayOutputStream head) {
        byte[] bytes = head.toByteArray();
        int n = bytes.length;
        return n > 3 && bytes[n - 4] == '\r' && bytes[n - 3] == '\n' && bytes[n - 2] == '\r' && bytes[n - 1] == '\n';
    }

    private static String text(InputStream in, int length) throws IOException {
        byte[] bytes = new byte[length];
        for (int at = 0; at < length; ) {
            int read = in.read(bytes, at, length - at);
            if (read < 0) {
                throw new IOException("the body broke off");
            }
            at += read;
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static String client(SSLSocket socket) {
        try {
            return socket.getSession().getPeerPrincipal().getName();
        } catch (SSLPeerUnverifiedException e) {
            return "nobody";
        }
    }

    String line() {
        return line;
    }

    String method() {
        return line.split(" ")[0];
    }

    String target() {
        return line.split(" ")[1];
    }

    String path() {
        return target().split("\\?")[0];
    }

    Optional<String> parameter(String name) {
        String[] parts = target().split("\\?", 2);
        for (String pair : parts.length < 2 ? new String[0] : parts[1].split("&")) {
            if (pair.startsWith(name + "=")) {
                return Optional.of(decoded(pair.substring(name.length() + 1)));
            }
        }
        return Optional.empty();
    }

    Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
    }

    String body() {
        return body;
    }

    /** The subject of the client's certificate, or nobody. */
    String client() {
        return client;
    }

    String tls() {
        return tls;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, "UTF-8");
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }
}
