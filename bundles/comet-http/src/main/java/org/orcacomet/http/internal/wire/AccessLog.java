package org.orcacomet.http.internal.wire;

import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.RequestLog;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.NanoTime;
import org.orcacomet.http.internal.metrics.CallMeter;
import org.orcacomet.service.CometService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * One line for each answer: refusals at INFO, the others at DEBUG. Queries hold tokens, and paths that are no call's
 * can hold anything, so neither is written.
 */
public final class AccessLog implements RequestLog {
    private static final Logger LOG = LoggerFactory.getLogger("org.orcacomet.http.access");
    private static final int FIRST_REFUSAL = 400;

    private static final String OTHER = "other";

    private final Calls calls;
    private final CallMeter meter;

    /** A log of the calls to this service, which counts them too. */
    public AccessLog(CometService service, CallMeter meter) {
        this.calls = new Calls(service);
        this.meter = meter;
    }

    @Override
    public void log(Request request, Response response) {
        String name = Paths.name(request);
        boolean known = isKnown(name);
        boolean refused = response.getStatus() >= FIRST_REFUSAL;
        String outcome = refused ? Refusals.name(response.getStatus()) : "OK";
        meter.answered(known ? name : OTHER, outcome, NanoTime.since(request.getBeginNanoTime()));
        Level level = refused ? Level.INFO : Level.DEBUG;
        if (LOG.isEnabledForLevel(level)) {
            LOG.atLevel(level)
                    .log(
                            "{} {} {} in {} ms for {}",
                            known ? request.getMethod() : "-",
                            known ? name : "-",
                            response.getStatus(),
                            NanoTime.millisSince(request.getBeginNanoTime()),
                            Request.getRemoteAddr(request));
        }
    }

    private boolean isKnown(String name) {
        return calls.find(name).isPresent()
                || Transfer.find(name).isPresent()
                || name.equals(MetricsHandler.PATH)
                || !AdminCalls.at(name).isEmpty();
    }
}
