package org.orcacomet.http.internal.load;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.NanoTime;

/** One request, from its head to the last byte of its answer, and what it takes of the server meanwhile. */
public final class Visit {
    private final Request request;
    private final Admission admission;
    private final long began = NanoTime.now();
    private final AtomicLong bytes = new AtomicLong();

    Visit(Request request, Admission admission) {
        this.request = request;
        this.admission = admission;
        admission.connections().began(request);
        Request.addCompletionListener(request, failure -> end());
    }

    private void end() {
        admission.memory().giveBack(bytes.getAndSet(0));
        admission.connections().ended(request);
    }

    /** Whether its connection is one too many. */
    public boolean isExcess() {
        return admission.connections().refuses(request);
    }

    /** Whether bodies and answers take all the memory that they may. */
    public boolean isMemoryTaken() {
        return admission.memory().isOverdrawn();
    }

    /** So many bytes of it are in memory, until its end. */
    public void holds(long more) {
        bytes.addAndGet(more);
        admission.memory().take(more);
    }

    /** Whether its client is too slow, if so many bytes of the body have come. */
    public boolean isLate(long came) {
        Duration allowed = admission.pace().allows(came);
        return NanoTime.since(began) > allowed.toNanos();
    }

    /** From now on the client takes an answer of so many bytes. */
    public void answers(long size) {
        holds(size);
        admission.connections().answers(request, size);
    }
}
