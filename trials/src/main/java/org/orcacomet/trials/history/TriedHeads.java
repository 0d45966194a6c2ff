package org.orcacomet.trials.history;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.orcacomet.trials.deployment.Deployment;
import org.orcacomet.trials.service.WireCaller;

/** Heads as callers reach them, each at one address throughout, and what is known of when each could be called. */
final class TriedHeads implements AutoCloseable {
    private final List<CuttingProxy> proxies = new ArrayList<>();
    private final List<WireCaller> callers = new ArrayList<>();
    private final Ends ends = new Ends();
    private final boolean[] up;
    private long toMake;

    /** Heads that run. */
    TriedHeads(Deployment deployment) throws IOException {
        up = new boolean[deployment.size()];
        for (int i = 0; i < up.length; i++) {
            int head = i;
            CuttingProxy proxy = CuttingProxy.open(() -> deployment.address(head));
            proxies.add(proxy);
            callers.add(deployment.caller(head, proxy.address()));
            up[head] = true;
        }
    }

    int size() {
        return up.length;
    }

    /** What calls this head; an answer that does not come in time is none. */
    WireCaller caller(int head) {
        return callers.get(head);
    }

    /** So many calls more, and then none before it is told again: a long fault is not to see all of them. */
    synchronized void allow(long calls) {
        toMake = calls;
        notifyAll();
    }

    /**
     * Returns when a call may be made and a head is up, so that calls that nobody can answer are not made: this one, or
     * the next one that is.
     */
    synchronized int awaitUp(int preferred) throws InterruptedException {
        OptionalInt head = next(preferred);
        while (toMake <= 0 || head.isEmpty()) {
            wait();
            head = next(preferred);
        }
        toMake--;
        return head.getAsInt();
    }

    private OptionalInt next(int preferred) {
        return IntStream.range(0, up.length)
                .map(i -> (preferred + i) % up.length)
                .filter(head -> up[head])
                .findFirst();
    }

    /** From now on this head is called, or is not. */
    synchronized void turn(int head, boolean on) {
        up[head] = on;
        notifyAll();
    }

    /** When their processes ended. */
    Ends ends() {
        return ends;
    }

    /** Resets all connections; how many there were. */
    int cut() {
        return proxies.stream().mapToInt(CuttingProxy::cut).sum();
    }

    @Override
    public void close() throws IOException {
        for (CuttingProxy proxy : proxies) {
            proxy.close();
        }
    }
}
