package org.orcacomet.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/** Sends what it is told to, byte for byte, over TLS: a connection for each request, as a VM's guest tools do. */
public final class WireClient {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int TIMEOUT_MS = 60_000;

    private final int port;
    private final SSLContext tls;

    public WireClient(int port, SSLContext tls) {
        this.port = port;
        this.tls = tls;
    }

    /** What came back. */
    public record Reply(int status, List<String> headers, String body) {
        public JsonNode json() {
            try {
                return JSON.readTree(body);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        public String message() {
            return json().path("message").textValue();
        }

        public Optional<String> header(String name) {
            String start = name.toLowerCase(Locale.ROOT) + ":";
            return headers.stream()
                    .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(start))
                    .map(line -> line.substring(start.length()).trim())
                    .findFirst();
        }
    }

    /** Query parameters, name and value in turn, as clients encode them. */
    public static String query(String... namesAndValues) {
        List<String> pairs = new ArrayList<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            pairs.add(namesAndValues[i] + "=" + URLEncoder.encode(namesAndValues[i + 1], StandardCharsets.UTF_8));
        }
        return "?" + String.join("&", pairs);
    }

    public Reply get(String target, String... headers) {
        return send("GET", target, new byte[0], headers);
    }

    public Reply delete(String target, String... headers) {
        return send("DELETE", target, new byte[0], headers);
    }

    public Reply post(String target, String body, String... headers) {
        return send("POST", target, body.getBytes(StandardCharsets.UTF_8), headers);
    }

    public Reply send(String method, String target, byte[] body, String... headers) {
        StringBuilder head = new StringBuilder(method + " " + target + " HTTP/1.1\r\nHost: 127.0.0.1\r\n");
        head.append("Connection: close\r\n");
        if (body.length > 0 || method.equals("POST")) {
            head.append("Content-Length: ").append(body.length).append("\r\n");
        }
        Arrays.stream(headers).forEach(header -> head.append(header).append("\r\n"));
        return raw(concat(head.append("\r\n").toString().getBytes(StandardCharsets.UTF_8), body));
    }

    /** Sends these bytes and takes what comes until the end. */
    public Reply raw(byte[] request) {
        try (Socket socket = tls.getSocketFactory().createSocket("127.0.0.1", port)) {
            socket.setSoTimeout(TIMEOUT_MS);
            send(request, socket.getOutputStream());
            return parse(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void send(byte[] request, OutputStream out) {
        try {
            out.write(request);
            out.flush();
        } catch (IOException e) {
            // The server may answer, and close, before it has all of a request that it refuses.
        }
    }

    private static Reply parse(String response) {
        int end = response.indexOf("\r\n\r\n");
        List<String> lines = Arrays.asList(response.substring(0, end).split("\r\n"));
        int status = Integer.parseInt(lines.get(0).split(" ")[1]);
        return new Reply(status, lines.subList(1, lines.size()), response.substring(end + 4));
    }

    private static byte[] concat(byte[] head, byte[] body) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(head);
        all.writeBytes(body);
        return all.toByteArray();
    }
}
