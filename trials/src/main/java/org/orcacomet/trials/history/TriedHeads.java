package org.orcacomet.trials.history;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.orcacomet.trials.deployment.Deployment;
import org.orcacomet.trials.service.WireCaller;

/** Heads as callers reach them, each at one address throughout, and what is known of when each could be called. */
final class TriedHeads implements AutoCloseable {
    private final List<CuttingProxy> proxies = new ArrayList<>();
    private final List<WireCaller> callers = new ArrayList<>();
    private final List<List<Long>> ends = new ArrayList<>();
    private final boolean[] up;

    /** Heads that run. */
    TriedHeads(Deployment deployment) throws IOException {
        up = new boolean[deployment.size()];
        for (int i = 0; i < up.length; i++) {
            int head = i;
            CuttingProxy proxy = CuttingProxy.open(() -> deployment.address(head));
            proxies.add(proxy);
            callers.add(deployment.caller(head, proxy.address()));
            ends.add(new ArrayList<>());
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

    /** Returns when a head is up, so that calls that nobody can answer are not made: this one, or the next one that is. */
    synchronized int awaitUp(int preferred) throws InterruptedException {
        while (true) {
            for (int i = 0; i < up.length; i++) {
                int head = (preferred + i) % up.length;
                if (up[head]) {
                    return head;
                }
            }
            wait();
        }
    }

    /** From now on this head is called, or is not. */
    synchronized void turn(int head, boolean on) {
        up[head] = on;
        notifyAll();
    }

    /** This head has ended at this moment. */
    synchronized void ended(int head, long at) {
        ends.get(head).add(at);
    }

    /** When the process ended that a call of this head at this moment can have reached; never, if it runs on. */
    synchronized long endAfter(int head, long moment) {
        return ends.get(head).stream()
                .filter(end -> end > moment)
                .mapToLong(Long::longValue)
                .min()
                .orElse(Long.MAX_VALUE);
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
