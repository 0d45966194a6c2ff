package org.orcacomet.inside;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The line between ORCA and COMET, on one address for good: it can be slow, cut, or lead elsewhere. */
final class Line implements AutoCloseable {
    private static final int BUFFER = 16384;

    private final ServerSocket server;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile int target;
    private volatile long delayMillis;

    private Line(ServerSocket server) {
        this.server = server;
    }

    static Line open() throws IOException {
        Line line = new Line(new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1")));
        background(line::accept);
        return line;
    }

    private static void background(Runnable work) {
        Thread thread = new Thread(work, "line");
        thread.setDaemon(true);
        thread.start();
    }

    String address() {
        return "https://127.0.0.1:" + server.getLocalPort() + "/";
    }

    /** Leads to this port, at once. */
    void lead(int port) {
        delayMillis = 0;
        target = port;
    }

    /** From now on every answer takes this long. */
    void delay(long millis) {
        delayMillis = millis;
    }

    /** Cuts all connections; new ones are closed at once. */
    void cut() {
        target = 0;
        open.forEach(Line::close);
    }

    private void accept() {
        try {
            while (!server.isClosed()) {
                Socket client = server.accept();
                background(() -> connect(client));
            }
        } catch (IOException e) {
            // Closed: the test is over.
            open.forEach(Line::close);
        }
    }

    private void connect(Socket client) {
        try {
            if (target == 0) {
                close(client);
                return;
            }
            Socket service = new Socket(InetAddress.getByName("127.0.0.1"), target);
            client.setTcpNoDelay(true);
            service.setTcpNoDelay(true);
            open.add(client);
            open.add(service);
            background(() -> pump(client, service, false));
            pump(service, client, true);
        } catch (IOException e) {
            close(client);
        }
    }

    private void pump(Socket from, Socket to, boolean answers) {
        byte[] buffer = new byte[BUFFER];
        try (InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                if (answers) {
                    closed.await(delayMillis, TimeUnit.MILLISECONDS);
                }
                out.write(buffer, 0, n);
            }
        } catch (IOException | InterruptedException e) {
            // One end is gone; so is the other, below.
            Thread.currentThread().isInterrupted();
        } finally {
            close(from);
            close(to);
            open.remove(from);
            open.remove(to);
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        closed.countDown();
        server.close();
    }
}
