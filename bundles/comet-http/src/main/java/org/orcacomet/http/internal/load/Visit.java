package org.orcacomet.http.internal.load;

import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.NanoTime;

/** One request, from its head to the last byte of its answer, and what it takes of the server meanwhile. */
public final class Visit {
    /** How much of a body or an answer of any size is waited for at a time. */
    static final int PIECE = 1 << 16;

    private final Admission admission;
    private final Optional<Watched> connection;
    private final long began = NanoTime.now();
    private final AtomicLong bytes = new AtomicLong();

    Visit(Request request, Admission admission) {
        this.admission = admission;
        this.connection = admission.connections().find(request);
        connection.ifPresent(Watched::awaitBody);
        Request.addCompletionListener(request, failure -> end());
    }

    private void end() {
        admission.memory().giveBack(bytes.getAndSet(0));
        connection.ifPresent(
                watched -> watched.awaitRequest(admission.connections().kept()));
    }

    /** Whether its connection is one too many. */
    public boolean isExcess() {
        return connection.map(Watched::refusesCalls).orElse(false);
    }

    /** Whether bodies and answers take all the memory that they may, and none of them is slow enough to be ended. */
    public boolean isMemoryTaken() {
        return admission.memory().isOverdrawn() && !admission.connections().freeMemory();
    }

    /** So many bytes of its body are kept, until its end. */
    public void keeps(long more) {
        holds(more);
        connection.ifPresent(Watched::keep);
    }

    private void holds(long more) {
        bytes.addAndGet(more);
        admission.memory().take(more);
    }

    /** Whether its client is too slow, if so many bytes of the body have come. */
    public boolean isLate(long came) {
        Duration allowed = admission.pace().allows(came);
        return NanoTime.since(began) > allowed.toNanos();
    }

    /** Nothing more is awaited of its client until the answer, or the next piece, is there. */
    public void works() {
        connection.ifPresent(Watched::work);
    }

    /** A body of any size, each piece of which has to come in time; it takes no memory that others could need. */
    public InputStream paced(InputStream body) {
        return new PacedInput(body, this);
    }

    /** An answer of any size, each piece of which has to be taken in time; it takes no memory that others could need. */
    public OutputStream paced(OutputStream answer) {
        return new PacedOutput(answer, this);
    }

    /** From now on a piece of a body is to come, or a piece of an answer is to be taken. */
    void awaitsPiece() {
        connection.ifPresent(watched -> watched.awaitPiece(admission.pace().allows(PIECE)));
    }

    /** From now on the client takes an answer of so many bytes. */
    public void answers(long size) {
        holds(size);
        connection.ifPresent(
                watched -> watched.awaitAnswerTaken(admission.pace().allows(size)));
    }
}
