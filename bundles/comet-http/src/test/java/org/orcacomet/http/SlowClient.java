package org.orcacomet.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;

/** Sends something, and then a byte every now and then, for as long as the server lets it. It reads nothing. */
final class SlowClient implements AutoCloseable {
    private static final int TICK_MS = 100;
    private static final int SMALL_BUFFER = 4096;

    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private final Socket socket;
    private volatile boolean ended;

    private SlowClient(Socket socket, byte[] atOnce) throws IOException {
        this.socket = socket;
        socket.getOutputStream().write(atOnce);
        socket.getOutputStream().flush();
    }

    private static Socket connect(int port) throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(SMALL_BUFFER);
        socket.connect(new InetSocketAddress("127.0.0.1", port));
        return socket;
    }

    /** One that speaks no TLS, or has only begun to. */
    static SlowClient plain(int port, byte[] atOnce) {
        try {
            return new SlowClient(connect(port), atOnce);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One that has sent this over TLS. */
    static SlowClient secure(int port, SSLContext tls, String atOnce) {
        try {
            Socket secure = tls.getSocketFactory().createSocket(connect(port), "127.0.0.1", port, true);
            return new SlowClient(secure, atOnce.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    SlowClient trickle(int octet) {
        clock.scheduleAtFixedRate(() -> tick(octet), TICK_MS, TICK_MS, TimeUnit.MILLISECONDS);
        return this;
    }

    private void tick(int octet) {
        try {
            socket.getOutputStream().write(octet);
            socket.getOutputStream().flush();
        } catch (IOException e) {
            ended = true;
        }
    }

    /** Whether the server has ended it. */
    boolean isEnded() {
        return ended;
    }

    @Override
    public void close() {
        clock.shutdownNow();
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
