package org.orcacomet.launcher.service;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.orcacomet.launcher.LaunchException;

/** A server that answers everything alike. */
public final class FakeService implements AutoCloseable {
    private final HttpsServer server;
    private final List<byte[]> taken = new ArrayList<>();

    /** With a certificate of this folder; the length says how much it promises, and may be more than what it sends. */
    public FakeService(Path tls, int status, byte[] answer, long length) throws IOException, LaunchException {
        server = HttpsServer.create(new InetSocketAddress(0), 0);
        ClientTls own = new ClientTls(tls.resolve("ca.pem"), tls.resolve("server.pem"), tls.resolve("server.key"));
        server.setHttpsConfigurator(new HttpsConfigurator(own.context()));
        server.createContext("/", exchange -> answer(exchange, status, answer, length));
        server.start();
    }

    private void answer(HttpExchange exchange, int status, byte[] answer, long length) throws IOException {
        taken.add(exchange.getRequestBody().readAllBytes());
        exchange.sendResponseHeaders(status, length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(answer);
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

    @Override
    public void close() {
        server.stop(0);
    }
}
