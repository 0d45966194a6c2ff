package org.orcacomet.http.internal.wire;

import java.util.List;
import java.util.concurrent.Semaphore;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.orcacomet.api.CometDenied;
import org.orcacomet.http.MetricsAccess;
import org.orcacomet.http.MetricsAccess.Readers;
import org.orcacomet.http.internal.load.Admission;
import org.orcacomet.http.internal.metrics.Exposition;
import org.orcacomet.http.internal.metrics.Source;
import org.orcacomet.http.internal.tls.CallerClassifier;
import org.orcacomet.service.Caller;
import org.orcacomet.service.Caller.Standing;
import org.orcacomet.service.CometService;

/** Answers {@code /metrics} for those who may read it. As it asks the store it has the place of a check. */
public final class MetricsHandler extends Handler.Abstract.NonBlocking {
    static final String PATH = "metrics";

    /** Who asks, and who may. */
    public record Door(CometService service, CallerClassifier callers, MetricsAccess access) {
        private void pass(Caller caller) throws CometDenied {
            if (access.readers() != Readers.ANYONE && !isReader(caller)) {
                service.requireAdministrator(caller);
            }
        }

        private boolean isReader(Caller caller) {
            return caller.standing() == Standing.TRUSTED
                    && caller.identity()
                            .filter(identity -> access.subjects().admit(identity.subject()))
                            .isPresent();
        }
    }

    private final Door door;
    private final Admission admission;
    private final List<Source> sources;

    /** A handler that tells these figures to whom this door lets pass. */
    public MetricsHandler(Door door, Admission admission, List<Source> sources) {
        this.door = door;
        this.admission = admission;
        this.sources = List.copyOf(sources);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        boolean mine = Paths.name(request).equals(PATH) && door.access().readers() != Readers.OFF;
        if (mine) {
            handle(new Exchange(request, response, callback, admission.visit(request)));
        }
        return mine;
    }

    private void handle(Exchange exchange) {
        if (!exchange.request().getMethod().equals("GET")) {
            exchange.refuse(Refusals.methodNotAllowed("GET"));
            return;
        }
        exchange.begin(false, () -> {
            door.pass(door.callers().classify(ClientCertificates.of(exchange.request())));
            begin(exchange);
        });
    }

    private void begin(Exchange exchange) {
        Semaphore slots = admission.slots(true);
        if (!slots.tryAcquire()) {
            exchange.refuse(Refusals.tooMany("too many checks are running"));
            return;
        }
        exchange.dispatch(() -> {
            try {
                answer(exchange);
            } finally {
                slots.release();
            }
        });
    }

    private void answer(Exchange exchange) {
        Exposition exposition = new Exposition();
        try {
            exposition.gauge("comet_build_info", "The version that runs.").sample(1, "version", ApiVersion.SERVICE);
            sources.forEach(source -> source.tell(exposition));
        } catch (RuntimeException | Error e) {
            exchange.answer(exchange.fault(e));
            return;
        }
        exchange.answerText(Exposition.TYPE, exposition.toString());
    }
}
