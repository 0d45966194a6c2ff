package org.orcacomet.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import com.networknt.schema.JsonSchema;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.orcacomet.http.WireClient.Reply;

/** Holds answers against the description, and counts what it has seen. */
final class ApiCheck {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, JsonSchema> schemas = new ConcurrentHashMap<>();
    private final Map<String, Set<Integer>> seen = new TreeMap<>();
    private int answers;

    /** Fails if this answer is not one that the description has for this call. Answers may come to many threads. */
    synchronized Reply check(ApiCall call, Reply reply) {
        answers++;
        assertThat(call.statuses())
                .as("statuses that %s may have; it had %s", call, reply)
                .contains(reply.status());
        JsonNode described = call.response(reply.status());
        checkHeaders(call, described, reply);
        checkBody(call, described.path("content"), reply);
        seen.computeIfAbsent(call.id(), id -> new TreeSet<>()).add(reply.status());
        return reply;
    }

    private void checkHeaders(ApiCall call, JsonNode described, Reply reply) {
        described.path("headers").properties().forEach(entry -> {
            JsonNode header = call.description().resolve(entry.getValue());
            Optional<String> value = reply.header(entry.getKey());
            if (header.path("required").asBoolean()) {
                assertThat(value).as("%s of %s", entry.getKey(), call).isPresent();
            }
            value.ifPresent(text -> assertThat(
                            call.description().schema(header.path("schema")).validate(typed(header, text)))
                    .as("%s of %s", entry.getKey(), call)
                    .isEmpty());
        });
    }

    private static JsonNode typed(JsonNode header, String text) {
        boolean number = header.path("schema").path("type").asText().equals("integer");
        return number ? JSON.getNodeFactory().numberNode(Long.parseLong(text)) : TextNode.valueOf(text);
    }

    private void checkBody(ApiCall call, JsonNode content, Reply reply) {
        if (content.isMissingNode()) {
            assertThat(reply.body()).as("the body of %s", call).isEmpty();
            return;
        }
        String type = reply.header("Content-Type").orElseThrow().replaceAll(";.*", "");
        assertThat(content.has(type)).as("whether %s may answer %s", call, type).isTrue();
        if (type.equals("application/json")) {
            JsonNode described = content.path(type).path("schema");
            JsonSchema schema = schemas.computeIfAbsent(
                    described.toString(), text -> call.description().closed(described));
            assertThat(schema.validate(reply.json()))
                    .as("what is wrong with the answer of %s: %s", call, reply)
                    .isEmpty();
        }
    }

    /** How many answers it was shown. */
    int answers() {
        return answers;
    }

    /** The statuses that the description has for this call and no answer had. */
    Set<Integer> unseen(ApiCall call) {
        return call.statuses().stream()
                .filter(status -> !seen.getOrDefault(call.id(), Set.of()).contains(status))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
