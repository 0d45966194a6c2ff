package org.orcacomet.http.internal.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.orcacomet.api.Revision;

/** One answer in the envelope of every answer: status, message, value, version, and what goes beside them. */
final class Answer {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpField CONTENT_TYPE = new HttpField(HttpHeader.CONTENT_TYPE, "application/json");
    private static final HttpField CACHE_CONTROL = new HttpField(HttpHeader.CACHE_CONTROL, "no-store");

    private final int status;
    private final ObjectNode envelope = JSON.createObjectNode();
    private final List<HttpField> headers = new ArrayList<>(List.of(CONTENT_TYPE, CACHE_CONTROL));

    private Answer(int status, String name, String message) {
        this.status = status;
        envelope.put("status", name).put("message", message);
        envelope.putObject("value");
        envelope.put("version", ApiVersion.API);
    }

    /** An answer to a call that was carried out. */
    static Answer ok(String message) {
        return new Answer(200, "OK", message);
    }

    /** A refusal with this status and the name of its code. */
    static Answer refusal(int status, String name, String message) {
        return new Answer(status, name, message);
    }

    /** Whether it is a refusal. */
    boolean refuses() {
        return status >= 400;
    }

    /** The object to fill with what the call answers. */
    ObjectNode value() {
        return (ObjectNode) envelope.get("value");
    }

    /** The same, with this text beside the value. */
    Answer with(String member, String text) {
        envelope.put(member, text);
        return this;
    }

    /** The same, with this header. */
    Answer with(HttpHeader header, String text) {
        headers.add(new HttpField(header, text));
        return this;
    }

    /** The same, with this revision beside the value, if there is one. */
    Answer at(Optional<Revision> revision) {
        revision.ifPresent(present -> envelope.put("revision", present.number()));
        return this;
    }

    /** The same, with this revision as that of one scope, if there is one. */
    Answer atOneScope(Optional<Revision> revision) {
        revision.ifPresent(present -> with(HttpHeader.ETAG, "\"" + present + "\""));
        return at(revision);
    }

    /** Sends it, having told how large it is; nothing that was set before stays, but what the server itself has set. */
    void send(Response response, Callback callback, IntConsumer size) {
        byte[] body = bytes();
        size.accept(body.length);
        response.setStatus(status);
        headers.forEach(header -> response.getHeaders().put(header));
        response.write(true, ByteBuffer.wrap(body), callback);
    }

    private byte[] bytes() {
        try {
            return JSON.writeValueAsBytes(envelope);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an answer cannot be written as JSON", e);
        }
    }
}
