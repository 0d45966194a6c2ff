package org.orcacomet.http.internal.load;

import java.net.InetAddress;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.ssl.SslConnection;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.NanoTime;
import org.orcacomet.http.HttpLimits;
import org.orcacomet.http.LoadLimits;

/**
 * Ends connections whose clients take too long, from the handshake to the last byte of an answer, and bounds how many
 * there are: for one too many the connection that has waited longest for a request makes room. Where all are at work,
 * what is too many has its calls refused, and what is far too many is closed at once. Safe for use by many threads.
 */
public final class ConnectionWatch implements Connection.Listener {
    /** What has waited for less may still be about to send: under load nobody's handshake is quicker. */
    private static final Duration GRACE = Duration.ofSeconds(2);

    /** How many have their calls refused, rather than being closed, at the least. */
    private static final int MIN_MARGIN = 8;

    private final Map<EndPoint, Watched> open = new ConcurrentHashMap<>();
    private final Map<InetAddress, Integer> byAddress = new ConcurrentHashMap<>();
    private final LoadLimits limits;
    private final Duration kept;

    ConnectionWatch(HttpLimits limits) {
        this.limits = limits.load();
        this.kept = limits.idle().plus(limits.load().pace().timeout());
    }

    @Override
    public void onOpened(Connection connection) {
        if (connection instanceof SslConnection) {
            Watched opened = new Watched(connection.getEndPoint(), limits.pace().timeout());
            open.put(connection.getEndPoint(), opened);
            int ofAddress = byAddress.merge(opened.address(), 1, Integer::sum);
            bound(opened, open.size(), limits.connections(), any -> true);
            bound(opened, ofAddress, limits.connectionsPerAddress(), other -> other.address()
                    .equals(opened.address()));
        }
    }

    private void bound(Watched opened, int count, int limit, Predicate<Watched> rivals) {
        if (count <= limit || makeRoom(rivals)) {
            return;
        }
        opened.refuseCalls();
        if (count > limit + Math.max(MIN_MARGIN, limit / 4)) {
            opened.end("there are far too many connections");
        }
    }

    private boolean makeRoom(Predicate<Watched> rivals) {
        Optional<Watched> longest = open.values().stream()
                .filter(watched -> watched.isIdleFor(GRACE))
                .filter(rivals)
                .reduce((one, other) -> other.waitsLongerThan(one) ? other : one);
        longest.ifPresent(watched -> watched.end("there are too many connections"));
        return longest.isPresent();
    }

    @Override
    public void onClosed(Connection connection) {
        Watched closed = open.remove(connection.getEndPoint());
        if (closed != null) {
            byAddress.computeIfPresent(closed.address(), (address, count) -> count == 1 ? null : count - 1);
        }
    }

    /** Whether the calls of this request's connection are one too many. */
    boolean refuses(Request request) {
        return find(request).map(Watched::refusesCalls).orElse(false);
    }

    /** The head of this request is there. */
    void began(Request request) {
        find(request).ifPresent(Watched::work);
    }

    /** So much is on its way to the client. */
    void answers(Request request, long bytes) {
        find(request).ifPresent(watched -> watched.bound(limits.pace().allows(bytes)));
    }

    /** The client has taken the answer. */
    void ended(Request request) {
        find(request).ifPresent(watched -> watched.awaitRequest(kept));
    }

    private Optional<Watched> find(Request request) {
        EndPoint secure = request.getConnectionMetaData().getConnection().getEndPoint();
        return secure instanceof EndPoint.Wrapper wrapper
                ? Optional.ofNullable(open.get(wrapper.unwrap()))
                : Optional.empty();
    }

    /** Ends all that is over. To be called now and then. */
    public void look() {
        long now = NanoTime.now();
        open.values().stream()
                .filter(watched -> watched.isOver(now))
                .forEach(watched -> watched.end("the client takes too long"));
    }
}
