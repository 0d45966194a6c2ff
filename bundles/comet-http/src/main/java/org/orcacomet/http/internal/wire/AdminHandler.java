package org.orcacomet.http.internal.wire;

import java.util.List;
import java.util.Optional;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.orcacomet.api.CometException;
import org.orcacomet.http.internal.load.Admission;
import org.orcacomet.http.internal.tls.CallerClassifier;
import org.orcacomet.service.CometService;
import org.orcacomet.service.admin.Administration;

/**
 * What operators ask of the service, and do to it. Each call has a thread of its own, as it may look through all scopes,
 * so that no thread that serves calls waits for it. Short looks have places of their own, so that several operators can
 * look while a backup or a count goes on.
 */
public final class AdminHandler extends Handler.Abstract.NonBlocking {
    private static final int LOOKS_AT_A_TIME = 8;
    private static final int WORKS_AT_A_TIME = 2;

    private final CometService service;
    private final CallerClassifier callers;
    private final Admission admission;
    private final ThreadsApart looks = new ThreadsApart("comet-admin-look", LOOKS_AT_A_TIME);
    private final ThreadsApart works = new ThreadsApart("comet-admin", WORKS_AT_A_TIME);

    /** A handler of operators' calls to this service. */
    public AdminHandler(CometService service, CallerClassifier callers, Admission admission) {
        this.service = service;
        this.callers = callers;
        this.admission = admission;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        List<AdminCall> calls = AdminCalls.at(Paths.name(request));
        if (!calls.isEmpty()) {
            handle(calls, new Exchange(request, response, callback, admission.visit(request)));
        }
        return !calls.isEmpty();
    }

    private void handle(List<AdminCall> calls, Exchange exchange) {
        String method = exchange.request().getMethod();
        Optional<AdminCall> call =
                calls.stream().filter(known -> known.method().equals(method)).findFirst();
        if (call.isEmpty()) {
            exchange.refuse(Refusals.methodNotAllowed(AdminCalls.methods(calls)));
        } else if (exchange.visit().isExcess()) {
            exchange.refuse(Refusals.tooManyConnections());
        } else {
            exchange.begin(false, () -> begin(call.get(), exchange));
        }
    }

    private void begin(AdminCall call, Exchange exchange) throws CometException {
        Administration administration =
                service.administration(callers.classify(ClientCertificates.of(exchange.request())));
        AdminCall.Act act = call.plan().of(WireRequest.of(exchange.request()));
        ThreadsApart threads = call.isLook() ? looks : works;
        if (!threads.begin(() -> answer(() -> act.answer(administration), exchange))) {
            exchange.refuse(Refusals.tooMany(
                    call.isLook()
                            ? LOOKS_AT_A_TIME + " looks of administrators are under way"
                            : WORKS_AT_A_TIME + " long calls of administrators are under way"));
        }
    }

    private interface Ready {
        Answer answer() throws CometException;
    }

    private static Runnable answer(Ready ready, Exchange exchange) {
        exchange.visit().works();
        Answer answer = made(ready, exchange);
        return () -> exchange.answer(answer);
    }

    private static Answer made(Ready ready, Exchange exchange) {
        try {
            return ready.answer();
        } catch (CometException e) {
            return Refusals.of(e, false);
        } catch (Exception | Error e) {
            return exchange.fault(e);
        }
    }
}
