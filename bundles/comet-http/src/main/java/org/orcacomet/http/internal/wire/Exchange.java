package org.orcacomet.http.internal.wire;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Invocable;
import org.eclipse.jetty.util.thread.Invocable.InvocationType;
import org.orcacomet.api.CometException;
import org.orcacomet.http.internal.load.Visit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One request and its answer. No thread waits for its body, nor for its client to take the answer. */
final class Exchange {
    private static final Logger LOG = LoggerFactory.getLogger(Exchange.class);
    private static final int DISCARD_BYTES = 16 << 20;

    private final Request request;
    private final Response response;
    private final Callback callback;
    private final Visit visit;

    Exchange(Request request, Response response, Callback callback, Visit visit) {
        this.request = request;
        this.response = response;
        this.callback = callback;
        this.visit = visit;
    }

    Request request() {
        return request;
    }

    Visit visit() {
        return visit;
    }

    /** A call that may be refused before it does anything. */
    @FunctionalInterface
    interface Attempt {
        void begin() throws CometException;
    }

    /** Begins a call, or refuses it; a conflict is told of one scope or of a context. */
    void begin(boolean oneScope, Attempt attempt) {
        try {
            attempt.begin();
        } catch (CometException e) {
            refuse(Refusals.of(e, oneScope));
        } catch (Exception e) {
            refuse(fault(e));
        }
    }

    /** Takes the body of this step, and goes on with it, now or later; or refuses it. */
    void takeBody(Call.Step step, Consumer<byte[]> next) {
        if (step.bodyLimit().isEmpty()) {
            next.accept(new byte[0]);
            return;
        }
        int limit = step.bodyLimit().getAsInt();
        if (request.getLength() > limit) {
            refuse(Refusals.tooLarge(step.what(), limit));
            return;
        }
        take(Intake.keeping(visit, limit), intake -> {
            switch (intake.end()) {
                case COMPLETE -> {
                    visit.works();
                    next.accept(intake.body());
                }
                case TOO_LARGE -> refuse(Refusals.tooLarge(step.what(), limit));
                case NO_MEMORY -> refuse(Refusals.noMemory());
                case LATE -> answer(late());
                case BROKEN -> broken(intake.failure());
            }
        });
    }

    /** Nobody else ends a request that fails after its handler has returned: it would keep what it holds for ever. */
    private void take(Intake intake, Consumer<Intake> next) {
        try {
            if (intake.take(request)) {
                next.accept(intake);
            } else {
                request.demand(Invocable.from(InvocationType.NON_BLOCKING, () -> take(intake, next)));
            }
        } catch (RuntimeException | Error e) {
            end(e);
        }
    }

    /**
     * A client that is still sending would not see an answer before a reset connection: so some of what was not read
     * is taken, unless the client waits for a word before it sends. What cannot be taken is left.
     */
    void refuse(Answer refusal) {
        if (request.getHeaders().contains(HttpHeader.EXPECT) || request.getLength() > DISCARD_BYTES) {
            answer(refusal);
            return;
        }
        take(Intake.discarding(visit, DISCARD_BYTES), intake -> answer(refusal));
    }

    /** The body does not come. */
    void broken(Throwable failure) {
        Throwable cause = failure instanceof IOException && failure.getCause() != null ? failure.getCause() : failure;
        if (cause instanceof HttpException refusedByJetty) {
            answer(Refusals.http(refusedByJetty.getCode()));
        } else if (cause instanceof TimeoutException) {
            answer(late());
        } else {
            callback.failed(cause);
        }
    }

    /** Its body, for a thread that waits for it: of any size, and in time. */
    InputStream body() {
        return visit.paced(Content.Source.asInputStream(request));
    }

    /** Begins an answer of any size, for a thread that waits until it is taken. Nothing is sent before it is a piece. */
    OutputStream stream() {
        response.setStatus(HttpStatus.OK_200);
        response.getHeaders()
                .put(HttpHeader.CONTENT_TYPE, "application/octet-stream")
                .put(HttpHeader.CACHE_CONTROL, "no-store")
                // With chunks, so that one that is broken off does not look like its end.
                .put(HttpHeader.TRANSFER_ENCODING, "chunked")
                .put(HttpHeader.CONNECTION, "close");
        return visit.paced(Content.Sink.asOutputStream(response));
    }

    /** Whether something of the answer is sent. */
    boolean hasBegun() {
        return response.isCommitted();
    }

    /** Sends this answer instead of the one that has not begun. */
    void answerInstead(Answer answer) {
        response.getHeaders().remove(HttpHeader.TRANSFER_ENCODING);
        answer(answer);
    }

    /** Ends an answer that was streamed. */
    void ends() {
        callback.succeeded();
    }

    /** Breaks an answer off where it is, so that its client sees that it is cut short. */
    void breaks(Throwable cause) {
        callback.failed(cause);
    }

    /** What the caller is told of a fault; the log has it. */
    Answer fault(Throwable e) {
        if (e instanceof HttpException refusedByJetty) {
            return Refusals.http(refusedByJetty.getCode());
        }
        LOG.error("{} failed; the caller was told of a fault", Paths.name(request), e);
        return Refusals.fault();
    }

    private static Answer late() {
        return Refusals.http(HttpStatus.REQUEST_TIMEOUT_408).with(HttpHeader.CONNECTION, "close");
    }

    /** Sends the answer, and does not wait for it. */
    void answer(Answer answer) {
        try {
            answer.send(response, callback, visit::answers);
        } catch (RuntimeException | Error e) {
            end(e);
        }
    }

    /** Sends this text, and does not wait for it. */
    void answerText(String type, String text) {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        try {
            visit.answers(body.length);
            response.setStatus(HttpStatus.OK_200);
            response.getHeaders().put(HttpHeader.CONTENT_TYPE, type).put(HttpHeader.CACHE_CONTROL, "no-store");
            response.write(true, ByteBuffer.wrap(body), callback);
        } catch (RuntimeException | Error e) {
            end(e);
        }
    }

    /** Gives the rest to a thread that may wait; when the server stops there may be none left. */
    void dispatch(Runnable rest) {
        try {
            request.getComponents().getExecutor().execute(rest);
        } catch (RejectedExecutionException stopping) {
            rest.run();
        }
    }

    private void end(Throwable fault) {
        LOG.error("a request failed; the caller was told of a fault", fault);
        callback.failed(fault);
    }
}
