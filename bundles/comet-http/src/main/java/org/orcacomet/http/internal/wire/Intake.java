package org.orcacomet.http.internal.wire;

import java.io.ByteArrayOutputStream;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.BufferUtil;
import org.orcacomet.http.internal.load.Visit;

/** Takes the body of a request as it comes, whatever it calls itself: no thread waits for it. */
final class Intake implements Runnable {
    /** How it ends. */
    enum End {
        COMPLETE,
        TOO_LARGE,
        NO_MEMORY,
        LATE,
        BROKEN
    }

    private final Request request;
    private final Visit visit;
    private final int limit;
    private final Optional<ByteArrayOutputStream> kept;
    private final Consumer<Intake> then;
    private long came;
    private End end = End.COMPLETE;
    private Throwable failure;

    private Intake(
            Request request, Visit visit, int limit, Optional<ByteArrayOutputStream> kept, Consumer<Intake> then) {
        this.request = request;
        this.visit = visit;
        this.limit = limit;
        this.kept = kept;
        this.then = then;
    }

    /** Takes a body of at most so many bytes, and goes on at its end, which may be at once or later. */
    static void keep(Request request, Visit visit, int limit, Consumer<Intake> then) {
        new Intake(request, visit, limit, Optional.of(new ByteArrayOutputStream()), then).run();
    }

    /** Throws away at most so many bytes of a body, and goes on at its end, which may be at once or later. */
    static void discard(Request request, Visit visit, int limit, Consumer<Intake> then) {
        new Intake(request, visit, limit, Optional.empty(), then).run();
    }

    @Override
    public void run() {
        Content.Chunk chunk = request.read();
        while (chunk != null && !ends(chunk)) {
            chunk = request.read();
        }
        if (chunk == null) {
            request.demand(this);
        } else {
            then.accept(this);
        }
    }

    /** Whether this chunk was the last that matters. */
    private boolean ends(Content.Chunk chunk) {
        return Content.Chunk.isFailure(chunk) ? fails(chunk.getFailure()) : takes(chunk);
    }

    private boolean fails(Throwable cause) {
        failure = cause;
        return endsWith(cause instanceof TimeoutException ? End.LATE : End.BROKEN);
    }

    private boolean takes(Content.Chunk chunk) {
        came += chunk.remaining();
        boolean last = chunk.isLast();
        keep(chunk);
        chunk.release();
        if (came > limit) {
            return endsWith(End.TOO_LARGE);
        }
        if (last) {
            return endsWith(End.COMPLETE);
        }
        if (kept.isPresent() && visit.isMemoryTaken()) {
            return endsWith(End.NO_MEMORY);
        }
        return visit.isLate(came) && endsWith(End.LATE);
    }

    private void keep(Content.Chunk chunk) {
        if (kept.isPresent() && came <= limit) {
            visit.holds(chunk.remaining());
            kept.get().writeBytes(BufferUtil.toArray(chunk.getByteBuffer()));
        }
    }

    private boolean endsWith(End how) {
        end = how;
        return true;
    }

    End end() {
        return end;
    }

    byte[] body() {
        return kept.map(ByteArrayOutputStream::toByteArray).orElseThrow();
    }

    /** Why it is broken. */
    Throwable failure() {
        return failure;
    }
}
