package org.orcacomet.trials.load;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Clients that never come to an end, and send a byte a second until the service ends them; then they begin anew. They
 * come from addresses of their own, five hundred from each.
 */
final class SlowClients implements AutoCloseable {
    private static final int PER_ADDRESS = 500;
    private static final int FIRST_ADDRESS = 2;
    private static final int THREADS = 16;
    private static final long TICK_NANOS = 1_000_000_000L;

    private static final long END_SECONDS = 60;

    private final FreshConnections service;
    private final List<One> all = new ArrayList<>();
    private final ScheduledExecutorService clock = Executors.newScheduledThreadPool(THREADS);
    private final AtomicLong ended = new AtomicLong();

    SlowClients(FreshConnections service) {
        this.service = service;
    }

    /** What one of them does at once; a byte a second follows, or nothing. */
    private record Kind(boolean secure, String atOnce, Optional<String> octet) {
        private static final String WRITE =
                "POST /writeScope?contextID=slow&family=users&Key=slow&readToken=SlowRead1&writeToken=SlowWrite1"
                        + " HTTP/1.1\r\nHost: comet\r\nContent-Length: 1000000\r\n\r\n";
        private static final List<Kind> ALL = List.of(
                new Kind(false, "", Optional.empty()),
                new Kind(false, "\u0016\u0003\u0001\u0002\0\u0001", Optional.of("\0")),
                new Kind(true, "GET /readScope?", Optional.of("x")),
                new Kind(true, WRITE + "x".repeat(100_000), Optional.of("x")));
    }

    /** So many begin, evenly within this time, and of each kind a quarter. */
    void start(int clients, long nanos) throws IOException {
        for (int i = 0; i < clients; i++) {
            byte[] loopback = {127, 0, 0, (byte) (FIRST_ADDRESS + i / PER_ADDRESS)};
            One one = new One(Kind.ALL.get(i % Kind.ALL.size()), InetAddress.getByAddress(loopback));
            all.add(one);
            clock.scheduleWithFixedDelay(one::tick, nanos * i / clients, TICK_NANOS, TimeUnit.NANOSECONDS);
        }
    }

    /** How many connections the service has ended. */
    long ended() {
        return ended.get();
    }

    private final class One {
        private final Kind kind;
        private final InetAddress from;
        private volatile Optional<Socket> socket = Optional.empty();

        One(Kind kind, InetAddress from) {
            this.kind = kind;
            this.from = from;
        }

        void tick() {
            try {
                if (socket.isEmpty()) {
                    begin();
                } else {
                    goOn(socket.get());
                }
            } catch (IOException e) {
                ended.incrementAndGet();
                end();
            }
        }

        private void begin() throws IOException {
            socket = Optional.of(service.open(Optional.of(from)));
            if (kind.secure()) {
                socket = Optional.of(service.secure(socket.get()));
            }
            send(socket.get(), kind.atOnce());
        }

        private void goOn(Socket open) throws IOException {
            if (kind.octet().isPresent()) {
                send(open, kind.octet().get());
            } else if (isEnded(open)) {
                throw new EOFException();
            }
        }

        void end() {
            try {
                if (socket.isPresent()) {
                    socket.get().close();
                }
            } catch (IOException e) {
                // It was at its end already.
            }
            socket = Optional.empty();
        }
    }

    private static void send(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
        socket.getOutputStream().flush();
    }

    private static boolean isEnded(Socket silent) throws IOException {
        silent.setSoTimeout(1);
        try {
            return silent.getInputStream().read() < 0;
        } catch (SocketTimeoutException e) {
            return false;
        }
    }

    @Override
    public void close() {
        clock.shutdownNow();
        try {
            clock.awaitTermination(END_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        all.forEach(One::end);
    }
}
