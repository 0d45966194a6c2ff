package org.orcacomet.inside;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLSocketFactory;

/** Stands before the service: counts what goes through, and makes each answer wait as a test says. */
final class Front implements AutoCloseable {
    /** Something that a test does when a request comes in, or its answer goes out. */
    interface Hook {
        void on(Passage passage);
    }

    private static final List<String> REQUEST_HEADERS = Arrays.asList(
            "Comet-Read-Token", "Comet-Write-Token", "If-Match", "If-None-Match", "Content-Type", "Accept");
    private static final List<String> ANSWER_HEADERS = Arrays.asList("Content-Type", "ETag", "Retry-After");

    private final HttpsServer server;
    private final Comet comet;
    private final SSLSocketFactory client;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Passage> answered = new CopyOnWriteArrayList<>();
    private final AtomicInteger underWay = new AtomicInteger();
    private final CountDownLatch released = new CountDownLatch(1);
    private volatile Hook before = passage -> {};
    private volatile Hook after = passage -> {};
    private volatile boolean garbage;

    private Front(HttpsServer server, Comet comet) throws GeneralSecurityException, IOException {
        this.server = server;
        this.comet = comet;
        this.client = comet.identity().client().getSocketFactory();
    }

    static Front before(Comet comet) throws GeneralSecurityException, IOException {
        HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 50);
        server.setHttpsConfigurator(new HttpsConfigurator(comet.identity().server()));
        Front front = new Front(server, comet);
        server.createContext("/", front::serve);
        server.setExecutor(front.threads);
        server.start();
        return front;
    }

    String address() {
        return "https://localhost:" + server.getAddress().getPort();
    }

    /** Comes before each request that goes through from now on. */
    void before(Hook hook) {
        before = hook;
    }

    /** Comes before each answer that goes back from now on. */
    void after(Hook hook) {
        after = hook;
    }

    /** Whether it answers nonsense from now on, and lets nothing through. */
    void garble(boolean on) {
        garbage = on;
    }

    /** Lets a thread of the front wait until {@link #release}. */
    void hold() {
        try {
            released.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Lets go on what is held. */
    void release() {
        released.countDown();
    }

    /** Whether nothing is going through. */
    boolean isQuiet() {
        return underWay.get() == 0;
    }

    /** What was answered, in this order. */
    List<Passage> answered() {
        return answered;
    }

    private void serve(HttpExchange exchange) throws IOException {
        underWay.incrementAndGet();
        try {
            Passage passage = new Passage(
                    exchange.getRequestURI(), new String(bytes(exchange.getRequestBody()), StandardCharsets.UTF_8));
            before.on(passage);
            if (garbage) {
                answer(exchange, 200, "<html>Tuesday</html>".getBytes(StandardCharsets.UTF_8));
            } else {
                answer(exchange, passage);
            }
        } finally {
            exchange.close();
            underWay.decrementAndGet();
        }
    }

    private void answer(HttpExchange exchange, Passage passage) throws IOException {
        HttpsURLConnection connection =
                (HttpsURLConnection) new URL(comet.address() + exchange.getRequestURI()).openConnection();
        connection.setSSLSocketFactory(client);
        connection.setRequestMethod(exchange.getRequestMethod());
        for (String name : REQUEST_HEADERS) {
            String value = exchange.getRequestHeaders().getFirst(name);
            if (value != null) {
                connection.setRequestProperty(name, value);
            }
        }
        if (exchange.getRequestMethod().equals("POST")) {
            connection.setDoOutput(true);
            try (OutputStream out = connection.getOutputStream()) {
                out.write(passage.body());
            }
        }
        int status = connection.getResponseCode();
        InputStream in = status < HttpsURLConnection.HTTP_BAD_REQUEST
                ? connection.getInputStream()
                : connection.getErrorStream();
        byte[] body = in == null ? new byte[0] : bytes(in);
        after.on(passage);
        for (String name : ANSWER_HEADERS) {
            if (connection.getHeaderField(name) != null) {
                exchange.getResponseHeaders().set(name, connection.getHeaderField(name));
            }
        }
        answered.add(passage.answered(status));
        answer(exchange, status, body);
    }

    private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }

    private static byte[] bytes(InputStream in) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] buffer = new byte[8192];
        for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
            bytes.write(buffer, 0, n);
        }
        return bytes.toByteArray();
    }

    @Override
    public void close() {
        release();
        server.stop(0);
        threads.shutdownNow();
    }
}
