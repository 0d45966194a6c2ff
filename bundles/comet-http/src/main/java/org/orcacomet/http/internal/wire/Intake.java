package org.orcacomet.http.internal.wire;

import java.io.ByteArrayOutputStream;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.util.BufferUtil;
import org.orcacomet.http.internal.load.Visit;

/** What has come of the body of a request, whatever it calls itself. It is kept, or thrown away. */
final class Intake {
    /** How it ends. */
    enum End {
        COMPLETE,
        TOO_LARGE,
        NO_MEMORY,
        LATE,
        BROKEN
    }

    private final Visit visit;
    private final int limit;
    private final boolean keeps;
    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private long came;
    private End end = End.COMPLETE;
    private Throwable failure;

    private Intake(Visit visit, int limit, boolean keeps) {
        this.visit = visit;
        this.limit = limit;
        this.keeps = keeps;
    }

    /** One of a body of at most so many bytes. */
    static Intake keeping(Visit visit, int limit) {
        return new Intake(visit, limit, true);
    }

    /** One that throws away at most so many bytes of a body. */
    static Intake discarding(Visit visit, int limit) {
        return new Intake(visit, limit, false);
    }

    /** Takes what is there now, and does not wait for more. Whether it has ended. */
    boolean take(Content.Source body) {
        Content.Chunk chunk = body.read();
        while (chunk != null && !ends(chunk)) {
            chunk = body.read();
        }
        return chunk != null;
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
        if (keeps && visit.isMemoryTaken()) {
            return endsWith(End.NO_MEMORY);
        }
        return visit.isLate(came) && endsWith(End.LATE);
    }

    private void keep(Content.Chunk chunk) {
        if (keeps && came <= limit) {
            visit.keeps(chunk.remaining());
            kept.writeBytes(BufferUtil.toArray(chunk.getByteBuffer()));
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
        return kept.toByteArray();
    }

    /** Why it is broken. */
    Throwable failure() {
        return failure;
    }
}
