package org.orcacomet.http.internal.load;

import java.util.concurrent.Semaphore;
import org.eclipse.jetty.server.Request;
import org.orcacomet.http.HttpLimits;
import org.orcacomet.http.Pace;
import org.orcacomet.http.internal.metrics.Exposition;
import org.orcacomet.http.internal.metrics.Source;

/** Who may come in, and how much of the server is left. Safe for use by many threads. */
public final class Admission implements Source {
    /** The checks of load balancers and operators, which must not wait for calls that hang in the store. */
    private static final int MAX_CHECKS = 4;

    private final ConnectionWatch connections;
    private final Pace pace;
    private final ByteBudget memory;
    private final int limit;
    private final Semaphore calls;
    private final Semaphore checks = new Semaphore(MAX_CHECKS);

    /** One that keeps these limits. */
    public Admission(HttpLimits limits) {
        this.connections = new ConnectionWatch(limits);
        this.pace = limits.load().pace();
        this.memory = new ByteBudget(limits.load().bufferedBytes());
        this.limit = limits.load().calls();
        this.calls = new Semaphore(limit);
    }

    /** What the connections are watched by. */
    public ConnectionWatch connections() {
        return connections;
    }

    /** What may run: calls, or checks of the service's health. */
    public Semaphore slots(boolean check) {
        return check ? checks : calls;
    }

    /** A request whose head is there. What it takes it gives back when its answer is taken. */
    public Visit visit(Request request) {
        return new Visit(request, this);
    }

    @Override
    public void tell(Exposition to) {
        connections.tell(to);
        to.gauge("comet_calls_running", "Calls that run.").sample(limit - calls.availablePermits());
        to.gauge("comet_calls_max", "How many may run at a time.").sample(limit);
        to.gauge("comet_buffered_bytes", "Bytes of bodies that come and of answers that go that are in memory.")
                .sample(memory.taken());
        to.gauge("comet_buffered_max_bytes", "How many may be, before calls are refused.")
                .sample(memory.limit());
    }

    Pace pace() {
        return pace;
    }

    ByteBudget memory() {
        return memory;
    }
}
