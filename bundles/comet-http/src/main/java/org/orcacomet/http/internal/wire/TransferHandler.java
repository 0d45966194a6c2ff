package org.orcacomet.http.internal.wire;

import java.util.Optional;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.orcacomet.api.CometException;
import org.orcacomet.http.internal.load.Admission;
import org.orcacomet.http.internal.tls.CallerClassifier;
import org.orcacomet.service.Archive;
import org.orcacomet.service.Caller;
import org.orcacomet.service.CometService;

/**
 * Exports and imports all scopes, for administrators. Each has a thread of its own, which waits for the store and for its
 * client, so that no thread that serves calls does.
 */
public final class TransferHandler extends Handler.Abstract.NonBlocking {
    private static final int AT_A_TIME = 2;

    private final CometService service;
    private final CallerClassifier callers;
    private final Admission admission;
    private final ThreadsApart threads = new ThreadsApart("comet-transfer", AT_A_TIME);

    /** A handler of transfers out of this service and into it. */
    public TransferHandler(CometService service, CallerClassifier callers, Admission admission) {
        this.service = service;
        this.callers = callers;
        this.admission = admission;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        Optional<Transfer> transfer = Transfer.find(Paths.name(request));
        transfer.ifPresent(known -> handle(known, new Exchange(request, response, callback, admission.visit(request))));
        return transfer.isPresent();
    }

    private void handle(Transfer transfer, Exchange exchange) {
        if (!transfer.method().equals(exchange.request().getMethod())) {
            exchange.refuse(Refusals.methodNotAllowed(transfer.method()));
        } else if (exchange.visit().isExcess()) {
            exchange.refuse(Refusals.tooManyConnections());
        } else {
            exchange.begin(false, () -> begin(transfer, exchange));
        }
    }

    private void begin(Transfer transfer, Exchange exchange) throws CometException {
        Caller caller = callers.classify(ClientCertificates.of(exchange.request()));
        Archive archive = service.archive(caller);
        Transferring transferring = new Transferring(archive, exchange, name(caller));
        if (!threads.begin(transfer == Transfer.EXPORT ? transferring::exportAll : transferring::importAll)) {
            exchange.refuse(Refusals.tooMany("two exports or imports are under way"));
        }
    }

    private static String name(Caller caller) {
        return caller.identity().map(identity -> identity.subject().getName()).orElse("nobody");
    }
}
