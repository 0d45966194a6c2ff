package org.orcacomet.http.internal.load;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.util.NanoTime;

/** One connection, and until when its client may let it wait. */
final class Watched {
    private static final InetAddress UNKNOWN = InetAddress.getLoopbackAddress();

    private final EndPoint socket;
    private final InetAddress address;
    private volatile boolean excess;
    /** Whether it waits for a request; if not, it is at work, or sends an answer. */
    private volatile boolean idle = true;

    /** Whether memory is kept for it while its client sends a body, or takes an answer. */
    private volatile boolean keeping;

    private volatile boolean bounded = true;
    private volatile long since = NanoTime.now();
    private volatile long due;

    Watched(EndPoint socket, Duration allowed) {
        this.socket = socket;
        this.address = address(socket.getRemoteSocketAddress());
        awaitRequest(allowed);
    }

    EndPoint socket() {
        return socket;
    }

    private static InetAddress address(SocketAddress address) {
        return address instanceof InetSocketAddress internet && internet.getAddress() != null
                ? internet.getAddress()
                : UNKNOWN;
    }

    /** Where it comes from: the same when it is closed. */
    InetAddress address() {
        return address;
    }

    boolean isNeighbourOf(Watched other) {
        return address.equals(other.address);
    }

    void awaitRequest(Duration allowed) {
        keeping = false;
        bound(allowed);
        idle = true;
    }

    void awaitBody() {
        since = NanoTime.now();
        bounded = false;
        idle = false;
    }

    void keep() {
        keeping = true;
    }

    void work() {
        keeping = false;
        bounded = false;
    }

    void awaitPiece(Duration allowed) {
        bound(allowed);
    }

    void awaitAnswerTaken(Duration allowed) {
        bound(allowed);
        keeping = true;
    }

    private void bound(Duration allowed) {
        since = NanoTime.now();
        due = since + allowed.toNanos();
        bounded = true;
    }

    boolean isOver(long now) {
        return bounded && NanoTime.isBefore(due, now);
    }

    /** Whether it has waited for a request for so long that it may be taken for one that does not come. */
    boolean isIdleFor(Duration grace) {
        return idle && NanoTime.since(since) > grace.toNanos();
    }

    /** Whether memory has been kept for it for so long. */
    boolean isKeptFor(Duration grace) {
        return keeping && NanoTime.since(since) > grace.toNanos();
    }

    boolean waitsLongerThan(Watched other) {
        return NanoTime.isBefore(since, other.since);
    }

    void refuseCalls() {
        excess = true;
    }

    boolean refusesCalls() {
        return excess;
    }

    void end(String why) {
        socket.close(new TimeoutException(why));
    }
}
