package org.orcacomet.http.internal.wire;

import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** What Jetty refuses by itself, in the envelope of every answer. */
public final class WireErrors implements Request.Handler {
    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        Refusals.http(response.getStatus()).send(response, callback, size -> {});
        return true;
    }
}
