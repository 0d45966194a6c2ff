package org.orcacomet.http.internal.load;

import java.net.InetAddress;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.ssl.SslConnection;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.NanoTime;
import org.orcacomet.http.HttpLimits;
import org.orcacomet.http.LoadLimits;
import org.orcacomet.http.internal.metrics.Exposition;

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

    /** Why a connection is ended. */
    private enum Ending {
        ROOM("others need its place"),
        FAR_TOO_MANY("there are far too many connections"),
        LATE("the client takes too long");

        private final String words;

        Ending(String words) {
            this.words = words;
        }
    }

    private final Map<EndPoint, Watched> open = new ConcurrentHashMap<>();
    private final Map<InetAddress, Integer> byAddress = new ConcurrentHashMap<>();
    private final LongAdder accepted = new LongAdder();
    private final LongAdder excess = new LongAdder();
    private final Map<Ending, LongAdder> ended = new EnumMap<>(Ending.class);
    private final LoadLimits limits;
    private final Duration kept;

    ConnectionWatch(HttpLimits limits) {
        this.limits = limits.load();
        Stream.of(Ending.values()).forEach(why -> ended.put(why, new LongAdder()));
        this.kept = limits.idle().plus(limits.load().pace().timeout());
    }

    @Override
    public void onOpened(Connection connection) {
        if (connection instanceof SslConnection) {
            Watched opened = new Watched(connection.getEndPoint(), limits.pace().timeout());
            open.put(opened.socket(), opened);
            accepted.increment();
            int ofAddress = byAddress.merge(opened.address(), 1, Integer::sum);
            if (!hasPlace(opened, ofAddress, limits.connectionsPerAddress(), opened::isNeighbourOf)
                    || !hasPlace(opened, open.size(), limits.connections(), any -> true)) {
                opened.refuseCalls();
                excess.increment();
            }
        }
    }

    private boolean hasPlace(Watched opened, int count, int limit, Predicate<Watched> rivals) {
        boolean place = count <= limit || endLongest(watched -> watched.isIdleFor(GRACE) && rivals.test(watched));
        if (!place && count > limit + Math.max(MIN_MARGIN, limit / 4)) {
            end(opened, Ending.FAR_TOO_MANY);
        }
        return place;
    }

    /** Ends the one for whose client memory has been kept for longest. Whether there was one. */
    boolean freeMemory() {
        return endLongest(watched -> watched.isKeptFor(GRACE));
    }

    private boolean endLongest(Predicate<Watched> which) {
        Optional<Watched> longest = longest(which);
        while (longest.isPresent() && !end(longest.get(), Ending.ROOM)) {
            longest = longest(which);
        }
        return longest.isPresent();
    }

    private Optional<Watched> longest(Predicate<Watched> which) {
        return open.values().stream().filter(which).reduce((one, other) -> other.waitsLongerThan(one) ? other : one);
    }

    /** Its place is free at once, so that of two that need room each takes another's. Whether it was there. */
    private boolean end(Watched watched, Ending why) {
        boolean there = forget(watched.socket());
        if (there) {
            ended.get(why).increment();
            watched.end(why.words);
        }
        return there;
    }

    @Override
    public void onClosed(Connection connection) {
        forget(connection.getEndPoint());
    }

    private boolean forget(EndPoint socket) {
        Watched closed = open.remove(socket);
        if (closed == null) {
            return false;
        }
        byAddress.computeIfPresent(closed.address(), (address, count) -> count == 1 ? null : count - 1);
        return true;
    }

    /** The connection of this request, if it is not closed yet. */
    Optional<Watched> find(Request request) {
        EndPoint secure = request.getConnectionMetaData().getConnection().getEndPoint();
        return secure instanceof EndPoint.Wrapper wrapper
                ? Optional.ofNullable(open.get(wrapper.unwrap()))
                : Optional.empty();
    }

    /** How long it may be silent, and then take for the next request. */
    Duration kept() {
        return kept;
    }

    /** Ends all that is over. To be called now and then. */
    public void look() {
        long now = NanoTime.now();
        open.values().stream().filter(watched -> watched.isOver(now)).forEach(watched -> end(watched, Ending.LATE));
    }

    void tell(Exposition to) {
        to.gauge("comet_connections_open", "Connections that are open.").sample(open.size());
        to.gauge("comet_connections_max", "How many are served.").sample(limits.connections());
        to.counter("comet_connections_accepted_total", "Connections that came.").sample(accepted.sum());
        to.counter("comet_connections_refused_total", "Connections whose calls are refused, as they are too many.")
                .sample(excess.sum());
        to.counter("comet_connections_ended_total", "Connections that the server has ended, and why.");
        ended.forEach((why, count) -> to.sample(count.sum(), "why", why.name().toLowerCase(Locale.ROOT)));
    }
}
