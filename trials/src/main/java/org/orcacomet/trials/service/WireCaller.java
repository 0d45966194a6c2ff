package org.orcacomet.trials.service;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import org.orcacomet.api.ContextId;
import org.orcacomet.api.ReadToken;
import org.orcacomet.api.ScopeKey;
import org.orcacomet.api.TokenCodec;
import org.orcacomet.api.TokenPair;

/**
 * Calls to the service, over HTTPS with its trusted certificate. A change is sent once and never again, so that each
 * call happens once or not at all; an IOException leaves it open which. Safe for use by many threads.
 */
public final class WireCaller {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String POST = "POST";
    private static final String DELETE = "DELETE";
    private static final String IF_MATCH = "If-Match";

    private final HttpClient client;
    private final URI service;
    private final Duration patience;

    /** Calls to this address with the certificates of this folder; an answer is awaited this long. */
    public WireCaller(URI service, Path tls, Duration patience) throws IOException {
        this.service = service;
        this.patience = patience;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .sslContext(Certificates.trusted(tls))
                .connectTimeout(patience)
                .build();
    }

    /** The address that it calls. */
    public URI address() {
        return service;
    }

    /** Writes, whatever is there. */
    public Answer write(ScopeKey key, TokenPair tokens, String value) throws IOException, InterruptedException {
        return send(writing(key, tokens, value));
    }

    /** Writes if the scope is at this revision; if none is given, if it is not there. */
    public Answer compareAndSet(ScopeKey key, TokenPair tokens, String value, OptionalLong expected)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = writing(key, tokens, value);
        return send(
                expected.isPresent()
                        ? request.header(IF_MATCH, quoted(expected.getAsLong()))
                        : request.header("If-None-Match", "*"));
    }

    /** Writes several scopes of one context, all or none. */
    public Answer writeAll(List<ScopeKey> keys, TokenPair tokens, List<String> values)
            throws IOException, InterruptedException {
        ArrayNode entries = JSON.createArrayNode();
        for (int i = 0; i < keys.size(); i++) {
            entries.addObject()
                    .put("family", keys.get(i).family().toString())
                    .put("key", keys.get(i).key().toString())
                    .put("value", values.get(i))
                    .put("readToken", TokenCodec.reveal(tokens.read()))
                    .put("writeToken", TokenCodec.reveal(tokens.write()));
        }
        return send(request("/writeScopes?contextID=" + encoded(keys.get(0).context()))
                .method(POST, BodyPublishers.ofString(JSON.writeValueAsString(entries))));
    }

    /** Reads. */
    public Answer read(ScopeKey key, ReadToken token) throws IOException, InterruptedException {
        return send(request("/readScope?" + query(key)).header("Comet-Read-Token", TokenCodec.reveal(token)));
    }

    /** Lists a context. */
    public Answer enumerate(ContextId context, ReadToken token) throws IOException, InterruptedException {
        return send(request("/enumerateScope?contextID=" + encoded(context))
                .header("Comet-Read-Token", TokenCodec.reveal(token)));
    }

    /** Deletes, whatever is there. */
    public Answer delete(ScopeKey key, TokenPair tokens) throws IOException, InterruptedException {
        return send(guarded("/deleteScope?" + query(key), tokens).method(DELETE, BodyPublishers.noBody()));
    }

    private HttpRequest.Builder writing(ScopeKey key, TokenPair tokens, String value) {
        return guarded("/writeScope?" + query(key), tokens).method(POST, BodyPublishers.ofString(value));
    }

    private HttpRequest.Builder guarded(String path, TokenPair tokens) {
        return request(path)
                .header("Comet-Read-Token", TokenCodec.reveal(tokens.read()))
                .header("Comet-Write-Token", TokenCodec.reveal(tokens.write()));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(service.resolve(path)).timeout(patience);
    }

    private Answer send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<byte[]> response = client.send(request.build(), BodyHandlers.ofByteArray());
        return new Answer(response.statusCode(), JSON.readTree(response.body()));
    }

    private static String query(ScopeKey key) {
        return "contextID=" + encoded(key.context()) + "&family=" + encoded(key.family()) + "&Key="
                + encoded(key.key());
    }

    private static String encoded(Object name) {
        return URLEncoder.encode(name.toString(), StandardCharsets.UTF_8);
    }

    private static String quoted(long revision) {
        return '"' + Long.toString(revision) + '"';
    }
}
