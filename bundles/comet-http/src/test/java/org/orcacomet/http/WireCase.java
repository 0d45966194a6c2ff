package org.orcacomet.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.StringJoiner;
import org.orcacomet.api.ContextId;
import org.orcacomet.api.Precondition;
import org.orcacomet.api.Revision;
import org.orcacomet.api.ScopeKey;
import org.orcacomet.http.WireClient.Reply;
import org.orcacomet.service.testkit.Case;
import org.orcacomet.service.testkit.Deed;
import org.orcacomet.service.testkit.Stage;

/**
 * A case of the authorization table on the wire.
 *
 * @param number which makes its context; the odd ones have their tokens in headers
 * @param it the case
 */
record WireCase(int number, Case it) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String DENIAL = "the certificate or a token does not allow this";

    ContextId context() {
        return ContextId.parse("slice-" + number);
    }

    /** The request, for a connection that is kept. */
    String request() {
        String body = it.deed() == Deed.BATCH ? batch() : it.deed() == Deed.WRITE ? Stage.NEW_VALUE : "";
        String head = line() + " HTTP/1.1\r\nHost: x\r\n" + tokenHeaders() + demandHeader();
        return head + "Content-Length: " + body.length() + "\r\n\r\n" + body;
    }

    private String line() {
        String names = "contextID=" + context() + "&family=users&Key=vm1";
        return switch (it.deed()) {
            case WRITE -> "POST /writeScope?" + names + tokenParameters();
            case BATCH -> "POST /writeScopes?contextID=" + context();
            case DELETE -> "DELETE /deleteScope?" + names + tokenParameters();
            case READ -> "GET /readScope?" + names + tokenParameters();
            case ENUMERATE -> "GET /enumerateScope?contextID=" + context() + tokenParameters();
            case LIST -> "GET /enumerateScope?family=users&contextID=" + context() + tokenParameters();
        };
    }

    private boolean tokensInHeaders() {
        return number % 2 == 1;
    }

    private String tokenParameters() {
        return tokensInHeaders() ? "" : "&readToken=" + readToken() + "&writeToken=" + writeToken();
    }

    private String tokenHeaders() {
        return tokensInHeaders() && it.deed() != Deed.BATCH
                ? "Comet-Read-Token: " + readToken() + "\r\nComet-Write-Token: " + writeToken() + "\r\n"
                : "";
    }

    private String demandHeader() {
        Precondition demand = it.scene().precondition();
        if (it.deed() == Deed.BATCH) {
            return "";
        }
        return demand.isAbsent()
                ? "If-None-Match: *\r\n"
                : demand.revision().map(n -> "If-Match: \"" + n + "\"\r\n").orElse("");
    }

    private String batch() {
        ArrayNode entries = JSON.createArrayNode();
        ScopeKey neighbour = Stage.neighbour(context());
        entry(entries, neighbour, Stage.NEIGHBOURS_READ_TOKEN, Stage.NEIGHBOURS_WRITE_TOKEN);
        ObjectNode entry = entry(entries, Stage.scope(context()), readToken(), writeToken());
        Precondition demand = it.scene().precondition();
        demand.revision().map(Revision::number).ifPresent(n -> entry.put("revision", n));
        if (demand.isAbsent()) {
            entry.put("revision", 0);
        }
        return entries.toString();
    }

    private static ObjectNode entry(ArrayNode entries, ScopeKey key, String readToken, String writeToken) {
        return entries.addObject()
                .put("family", key.family().toString())
                .put("key", key.key().toString())
                .put("value", Stage.NEW_VALUE)
                .put("readToken", readToken)
                .put("writeToken", writeToken);
    }

    private String readToken() {
        return it.scene().tokens().read(it.scene().state());
    }

    private String writeToken() {
        return it.scene().tokens().write(it.scene().state());
    }

    /** The answer in the words of the table. */
    String answer(Reply reply) {
        JsonNode json = reply.json();
        String told = reply.status() == 200 ? told(json) : refused(reply);
        String revision = json.has("revision") ? "@" + json.get("revision") : "";
        boolean ofOneScope = it.deed() == Deed.WRITE || it.deed() == Deed.READ || it.deed() == Deed.DELETE;
        Optional<String> etag = reply.header("ETag").map(tag -> "@" + tag.replace("\"", ""));
        return etag.orElse("").equals(ofOneScope ? revision : "") ? told + revision : "another ETag";
    }

    private static String refused(Reply reply) {
        boolean says = reply.message().replace("entry 1: ", "").equals(DENIAL);
        return reply.status() == 403 && !says ? "403 that says more" : String.valueOf(reply.status());
    }

    private String told(JsonNode json) {
        return switch (it.deed()) {
            case WRITE, BATCH, DELETE -> "ok";
            case READ -> json.get("state").textValue();
            case ENUMERATE, LIST -> families(json.get("value"));
        };
    }

    private static String families(JsonNode value) {
        StringJoiner families = new StringJoiner(", ", "[", "]");
        String all = value.path("family").asText();
        value.get("entries").forEach(entry -> families.add(entry.path("family").asText(all)));
        return families.toString();
    }
}
