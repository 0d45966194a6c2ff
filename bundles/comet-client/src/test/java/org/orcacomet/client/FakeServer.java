package org.orcacomet.client;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/** A server on real TLS that does what a test tells it, keeps connections, and remembers what it was asked. */
final class FakeServer implements AutoCloseable {
    /** What it does when it is asked. */
    interface Behaviour {
        void answer(FakeRequest request, FakeConnection connection) throws IOException, InterruptedException;
    }

    private static final Set<Socket> TAKEN = ConcurrentHashMap.newKeySet();

    private final ServerSocket listening;
    private final SSLContext tls;
    private final List<String> versions;
    private final AtomicInteger handshakes = new AtomicInteger();
    private final List<FakeRequest> requests = new CopyOnWriteArrayList<>();
    private final Set<Thread> threads = ConcurrentHashMap.newKeySet();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile Behaviour behaviour;

    private FakeServer(TestIdentity identity, Behaviour behaviour, List<String> versions) throws IOException {
        this.listening = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
        this.tls = identity.context();
        this.behaviour = behaviour;
        this.versions = versions;
    }

    static FakeServer start(TestIdentity identity, Behaviour behaviour, String... versions) throws IOException {
        FakeServer server = new FakeServer(identity, behaviour, Arrays.asList(versions));
        server.thread(server::accept);
        return server;
    }

    /** An address at which nobody listens, and that nobody else is given meanwhile. */
    static String refusing() throws IOException {
        Socket taken = new Socket();
        taken.bind(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0));
        TAKEN.add(taken);
        return "https://127.0.0.1:" + taken.getLocalPort();
    }

    String address() {
        return "https://127.0.0.1:" + listening.getLocalPort();
    }

    void behave(Behaviour other) {
        behaviour = other;
    }

    int handshakes() {
        return handshakes.get();
    }

    List<FakeRequest> requests() {
        return new ArrayList<>(requests);
    }

    /** What it was asked, but for its version. */
    List<FakeRequest> calls() {
        return requests.stream().filter(r -> !r.path().endsWith("/getVersion")).collect(Collectors.toList());
    }

    List<FakeRequest> versionCalls() {
        return requests.stream().filter(r -> r.path().endsWith("/getVersion")).collect(Collectors.toList());
    }

    /** Closes the connections that clients keep, as a server does that is started again. */
    void forgetConnections() throws IOException {
        for (Socket socket : open) {
            socket.close();
        }
    }

    private void accept() {
        try {
            while (!listening.isClosed()) {
                Socket socket = listening.accept();
                open.add(socket);
                thread(() -> serve(socket));
            }
        } catch (IOException e) {
            // closed
        }
    }

    private void serve(Socket socket) {
        try {
            SSLSocket secure =
                    (SSLSocket) tls.getSocketFactory().createSocket(socket, "client", socket.getPort(), true);
            secure.setUseClientMode(false);
            secure.setWantClientAuth(true);
            if (!versions.isEmpty()) {
                secure.setEnabledProtocols(versions.toArray(new String[0]));
            }
            secure.startHandshake();
            handshakes.incrementAndGet();
            FakeConnection connection = new FakeConnection(socket, secure);
            for (FakeRequest r = FakeRequest.read(secure); r != null; r = FakeRequest.read(secure)) {
                requests.add(r);
                behaviour.answer(r, connection);
            }
        } catch (IOException | InterruptedException e) {
            // the client went away, as some tests want
        } finally {
            open.remove(socket);
        }
    }

    private void thread(Runnable work) {
        Thread thread = new Thread(work, "fake-server");
        thread.setDaemon(true);
        threads.add(thread);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        listening.close();
        threads.forEach(Thread::interrupt);
        forgetConnections();
    }
}
