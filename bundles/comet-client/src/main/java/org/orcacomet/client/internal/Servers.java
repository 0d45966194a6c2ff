package org.orcacomet.client.internal;

import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** COMET's servers, in the order in which they are to be asked now. */
final class Servers {
    private final List<Server> configured;

    Servers(List<URI> bases, Clock clock) {
        this.configured = bases.stream().map(base -> new Server(base, clock)).collect(Collectors.toList());
    }

    /** Those that work as they were configured, then those that failed, the one that failed longest ago first. */
    List<Server> inOrder() {
        List<Server> order = new ArrayList<>();
        List<Server> last = new ArrayList<>();
        configured.forEach(server -> (server.isAskedLast() ? last : order).add(server));
        last.sort(Comparator.comparing(Server::lastUntil));
        order.addAll(last);
        return order;
    }
}
