package org.orcacomet.client.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.orcacomet.api.CometProtocolException;
import org.orcacomet.api.Revision;

/** A JSON object of an answer, read with its contract in mind: what breaks it is named by its place, never shown. */
final class Document {
    private final Server server;
    private final String place;
    private final JsonNode node;

    private Document(Server server, String place, JsonNode node) {
        this.server = server;
        this.place = place;
        this.node = node;
    }

    /** @throws CometProtocolException if it is no object */
    static Document of(Server server, String place, JsonNode node) {
        if (!node.isObject()) {
            throw breach(server, place + " is no JSON object");
        }
        return new Document(server, place, node);
    }

    static CometProtocolException breach(Server server, String what) {
        return new CometProtocolException(server + " does not speak COMET: " + what);
    }

    CometProtocolException breach(String member, String what) {
        return breach(server, at(member) + " " + what);
    }

    boolean isEmpty() {
        return node.isEmpty();
    }

    boolean has(String member) {
        return node.has(member);
    }

    boolean hasObject(String member) {
        return node.path(member).isObject();
    }

    Document object(String member) {
        return of(server, at(member), present(member));
    }

    /** A text that names something, as that name. */
    <T> T name(String member, Function<String, T> parser) {
        try {
            return parser.apply(nullableText(member).orElse(""));
        } catch (IllegalArgumentException e) {
            throw breach(member, "is no name");
        }
    }

    /** The text; empty if it is JSON's null. */
    Optional<String> nullableText(String member) {
        JsonNode found = present(member);
        if (found.isNull()) {
            return Optional.empty();
        }
        if (!found.isTextual()) {
            throw breach(member, "is no text");
        }
        return Optional.of(found.textValue());
    }

    /** The text, if there is such a member and it is one. */
    Optional<String> textIfAny(String member) {
        return Optional.ofNullable(node.get(member)).map(JsonNode::textValue);
    }

    /** The revision; empty if there is no such member. */
    Optional<Revision> revision(String member) {
        JsonNode found = node.get(member);
        if (found == null || found.isNull()) {
            return Optional.empty();
        }
        if (!found.isIntegralNumber() || !found.canConvertToLong() || found.longValue() < 1) {
            throw breach(member, "is no number from 1");
        }
        return Optional.of(Revision.of(found.longValue()));
    }

    List<Document> objects(String member) {
        List<Document> all = new ArrayList<>();
        for (JsonNode element : list(member)) {
            all.add(of(server, at(member) + "[" + all.size() + "]", element));
        }
        return all;
    }

    /** The texts of a list; empty if there is no such member. */
    List<String> textsIfAny(String member) {
        List<String> all = new ArrayList<>();
        if (has(member)) {
            list(member).forEach(element -> all.add(element.asText()));
        }
        return all;
    }

    private JsonNode list(String member) {
        JsonNode found = present(member);
        if (!found.isArray()) {
            throw breach(member, "is no list");
        }
        return found;
    }

    private JsonNode present(String member) {
        return Optional.ofNullable(node.get(member)).orElseThrow(() -> breach(member, "is missing"));
    }

    private String at(String member) {
        return place + "." + member;
    }
}
