package org.orcacomet.launcher.service;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.orcacomet.launcher.LaunchException;

/** A server that answers everything alike, or what it is told to by the call. */
public final class FakeService implements AutoCloseable {
    private final HttpsServer server;
    private final List<byte[]> taken = new ArrayList<>();
    private final List<String> calls = new CopyOnWriteArrayList<>();

    /**
     * What it answers.
     *
     * @param status the HTTP status
     * @param body what it sends
     * @param length how much it promises, which may be more
     */
    public record Said(int status, byte[] body, long length) {
        /** A whole answer of COMET's, of this message and these members of its value. */
        public static Said of(int status, String message, String value) {
            String answer = "{\"status\":\"" + (status == 200 ? "OK" : "REFUSED") + "\",\"message\":\"" + message
                    + "\",\"value\":{" + value + "},\"version\":\"1.0\"}";
            byte[] body = answer.getBytes(StandardCharsets.UTF_8);
            return new Said(status, body, body.length);
        }
    }

    /** With a certificate of this folder; the length says how much it promises, and may be more than what it sends. */
    public FakeService(Path tls, int status, byte[] answer, long length) throws IOException, LaunchException {
        this(tls, call -> new Said(status, answer, length));
    }

    /** With a certificate of this folder; it answers what it is told by method and path. */
    public FakeService(Path tls, Function<String, Said> answers) throws IOException, LaunchException {
        server = HttpsServer.create(new InetSocketAddress(0), 0);
        ClientTls own = new ClientTls(tls.resolve("ca.pem"), tls.resolve("server.pem"), tls.resolve("server.key"));
        server.setHttpsConfigurator(new HttpsConfigurator(own.context()));
        server.createContext("/", exchange -> answer(exchange, answers));
        server.start();
    }

    private void answer(HttpExchange exchange, Function<String, Said> answers) throws IOException {
        taken.add(exchange.getRequestBody().readAllBytes());
        String call =
                exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath();
        calls.add(call);
        Said said = answers.apply(call);
        exchange.sendResponseHeaders(said.status(), said.length());
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(said.body());
        }
    }

    /** Where it is. */
    public int port() {
        return server.getAddress().getPort();
    }

    /** The bodies of all requests. */
    public List<byte[]> taken() {
        return taken;
    }

    /** The methods and paths of all requests. */
    public List<String> calls() {
        return calls;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
