package org.orcacomet.http.internal.wire;

import java.io.IOException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.orcacomet.api.Comet;
import org.orcacomet.api.CometException;
import org.orcacomet.http.internal.tls.CallerClassifier;
import org.orcacomet.service.CometService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers every request: finds the call, makes it as the caller of the connection, and maps what goes wrong. */
public final class WireHandler extends Handler.Abstract {
    private static final Logger LOG = LoggerFactory.getLogger(WireHandler.class);

    private final CometService service;
    private final CallerClassifier callers;
    private final Calls calls;

    /** A handler of calls to this service. */
    public WireHandler(CometService service, CallerClassifier callers) {
        this.service = service;
        this.callers = callers;
        this.calls = new Calls(service);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        try {
            Answer answer = answer(request);
            if (answer.refuses()) {
                new RequestBody(request).drain();
            }
            answer.send(response, callback);
        } catch (IOException e) {
            callback.failed(e);
        }
        return true;
    }

    private Answer answer(Request request) throws IOException {
        Optional<Call> call = calls.find(Paths.name(request));
        if (call.isEmpty()) {
            return Refusals.notFound();
        }
        return call.get().method().equals(request.getMethod())
                ? answer(call.get(), request)
                : Refusals.methodNotAllowed(call.get().method());
    }

    private Answer answer(Call call, Request request) throws IOException {
        try {
            Comet comet = service.as(callers.classify(certificates(request)));
            return call.body().answer(WireRequest.of(request), comet);
        } catch (CometException e) {
            return Refusals.of(e, call.oneScope());
        } catch (IOException e) {
            if (e.getCause() instanceof TimeoutException) {
                return Refusals.http(HttpStatus.REQUEST_TIMEOUT_408);
            }
            throw e;
        } catch (Exception e) {
            return fault(e, Paths.name(request));
        }
    }

    private static Answer fault(Exception e, String call) {
        if (e instanceof HttpException refusedByJetty) {
            return Refusals.http(refusedByJetty.getCode());
        }
        LOG.error("{} failed; the caller was told of a fault", call, e);
        return Refusals.fault();
    }

    private static List<X509Certificate> certificates(Request request) {
        if (request.getAttribute(EndPoint.SslSessionData.ATTRIBUTE) instanceof EndPoint.SslSessionData session
                && session.peerCertificates() != null) {
            return List.of(session.peerCertificates());
        }
        return List.of();
    }
}
