package org.orcacomet.http.internal.wire;

import java.util.function.Predicate;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.RequestLog;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.NanoTime;
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

    private final Calls calls;
    private final Predicate<String> pages;

    /** A log of the calls to this service, and of the paths that are pages. */
    public AccessLog(CometService service, Predicate<String> pages) {
        this.calls = new Calls(service);
        this.pages = pages;
    }

    @Override
    public void log(Request request, Response response) {
        String name = Paths.name(request);
        boolean known = isKnown(name);
        LOG.atLevel(response.getStatus() < FIRST_REFUSAL ? Level.DEBUG : Level.INFO)
                .log(
                        "{} {} {} in {} ms for {}",
                        known ? request.getMethod() : "-",
                        known ? name : "-",
                        response.getStatus(),
                        NanoTime.millisSince(request.getBeginNanoTime()),
                        Request.getRemoteAddr(request));
    }

    private boolean isKnown(String name) {
        return calls.find(name).isPresent()
                || Transfer.find(name).isPresent()
                || !AdminCalls.at(name).isEmpty()
                || pages.test(name);
    }
}
