package org.orcacomet.http.internal.wire;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Semaphore;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.orcacomet.api.CometException;
import org.orcacomet.http.internal.load.Admission;
import org.orcacomet.http.internal.tls.CallerClassifier;
import org.orcacomet.service.AsyncComet;
import org.orcacomet.service.CometService;

/**
 * Answers every request: finds the call, makes it as the caller of the connection, and maps what goes wrong. It runs on
 * the threads that serve all connections, so what may wait is given to others, or goes on when it has ended.
 */
public final class WireHandler extends Handler.Abstract.NonBlocking {
    private final CometService service;
    private final CallerClassifier callers;
    private final Admission admission;
    private final Calls calls;

    /** A handler of calls to this service. */
    public WireHandler(CometService service, CallerClassifier callers, Admission admission) {
        this.service = service;
        this.callers = callers;
        this.admission = admission;
        this.calls = new Calls(service);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        Exchange exchange = new Exchange(request, response, callback, admission.visit(request));
        Optional<Call> call = calls.find(Paths.name(request));
        if (call.isEmpty()) {
            exchange.refuse(Refusals.notFound());
        } else if (!call.get().method().equals(request.getMethod())) {
            exchange.refuse(Refusals.methodNotAllowed(call.get().method()));
        } else if (!call.get().isCheck() && exchange.visit().isExcess()) {
            exchange.refuse(Refusals.tooManyConnections());
        } else if (!call.get().isCheck() && exchange.visit().isMemoryTaken()) {
            exchange.refuse(Refusals.noMemory());
        } else {
            exchange.begin(call.get().oneScope(), () -> begin(call.get(), exchange));
        }
        return true;
    }

    private void begin(Call call, Exchange exchange) throws CometException {
        AsyncComet comet = service.as(callers.classify(ClientCertificates.of(exchange.request())));
        Call.Step step = call.plan().of(WireRequest.of(exchange.request()));
        exchange.takeBody(step, body -> act(call, () -> step.act().answer(comet, body), exchange));
    }

    /** A call that waits for nothing but its turn. */
    private interface Ready {
        CompletionStage<Answer> answer() throws CometException;
    }

    private void act(Call call, Ready ready, Exchange exchange) {
        Semaphore slots = admission.slots(call.isCheck());
        if (!slots.tryAcquire()) {
            exchange.answer(Refusals.tooMany("too many calls are running"));
            return;
        }
        Runnable turn = () -> answer(call, ready, exchange).thenAccept(answer -> {
            slots.release();
            exchange.answer(answer);
        });
        if (service.isPrompt() && !call.isCheck()) {
            turn.run();
        } else {
            exchange.dispatch(turn);
        }
    }

    private static CompletionStage<Answer> answer(Call call, Ready ready, Exchange exchange) {
        try {
            return ready.answer().exceptionally(failure -> refusal(call, failure, exchange));
        } catch (Exception | Error e) {
            return CompletableFuture.completedStage(refusal(call, e, exchange));
        }
    }

    private static Answer refusal(Call call, Throwable failure, Exchange exchange) {
        Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
        return cause instanceof CometException refusal ? Refusals.of(refusal, call.oneScope()) : exchange.fault(cause);
    }
}
