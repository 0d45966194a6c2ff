package org.orcacomet.client.internal;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.orcacomet.api.Precondition;

/** Calls as HTTP requests. */
final class Requests {
    private static final ContentType JSON = ContentType.create("application/json");

    private static final int LARGE = 64 * 1024;

    private Requests() {}

    /** The request for a server that can do what is known of it. Its address may hold tokens: it is not to be shown. */
    static HttpUriRequestBase of(Call call, Server server, Set<Extension> known) {
        boolean inHeaders = known.contains(Extension.HEADER_TOKENS)
                && call.tokens().values().stream().allMatch(Requests::fitsAHeader);
        Map<String, String> parameters = new LinkedHashMap<>(call.names());
        if (!inHeaders) {
            parameters.putAll(call.tokens());
        }
        String query = parameters.isEmpty() ? "" : "?" + Query.of(parameters);
        HttpUriRequestBase request =
                new HttpUriRequestBase(call.method(), URI.create(server.address(call.path()) + query));
        request.setHeader(HttpHeaders.ACCEPT, JSON.getMimeType());
        if (inHeaders) {
            call.tokens().forEach((name, token) -> request.setHeader(header(name), token));
        }
        demand(request, call.precondition());
        call.body().ifPresent(body -> carry(request, body));
        return request;
    }

    /** A large body waits for the server to want it: one that does not would break the connection and be misheard. */
    private static void carry(HttpUriRequestBase request, byte[] body) {
        request.setEntity(new ByteArrayEntity(body, JSON));
        if (body.length > LARGE) {
            request.setHeader(HttpHeaders.EXPECT, "100-continue");
        }
    }

    private static void demand(HttpUriRequestBase request, Precondition precondition) {
        precondition.revision().ifPresent(r -> request.setHeader(HttpHeaders.IF_MATCH, "\"" + r + "\""));
        if (precondition.isAbsent()) {
            request.setHeader(HttpHeaders.IF_NONE_MATCH, "*");
        }
    }

    private static String header(String name) {
        return name.equals("readToken") ? "Comet-Read-Token" : "Comet-Write-Token";
    }

    /** Any other character would be changed on its way, or end the header. */
    private static boolean fitsAHeader(String token) {
        return token.chars().allMatch(c -> c > ' ' && c < 0x7f);
    }
}
