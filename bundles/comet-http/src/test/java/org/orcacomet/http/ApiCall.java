package org.orcacomet.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** One call that the description describes. */
public record ApiCall(ApiDescription description, String method, String path, JsonNode operation) {
    String id() {
        return operation.path("operationId").textValue();
    }

    String tag() {
        return operation.path("tags").path(0).textValue();
    }

    /** Its paths: one for each value of a parameter in it. */
    public Stream<String> targets() {
        return parameters("path")
                .findFirst()
                .map(in -> elements(in.path("schema").path("enum"))
                        .map(value -> path.replace("{" + in.path("name").textValue() + "}", value.textValue())))
                .orElse(Stream.of(path));
    }

    /** Its parameters in the query, a header or the path. */
    Stream<JsonNode> parameters(String in) {
        return elements(operation.path("parameters"))
                .map(description::resolve)
                .filter(parameter -> parameter.path("in").textValue().equals(in));
    }

    /** The schemes that each way to be allowed takes together. */
    List<List<String>> security() {
        List<List<String>> ways = new ArrayList<>();
        operation.path("security").forEach(way -> {
            List<String> names = new ArrayList<>();
            way.fieldNames().forEachRemaining(names::add);
            ways.add(names);
        });
        return ways;
    }

    /** The statuses that it may have. */
    Set<Integer> statuses() {
        Set<Integer> statuses = new TreeSet<>();
        operation.path("responses").fieldNames().forEachRemaining(status -> statuses.add(Integer.valueOf(status)));
        return statuses;
    }

    boolean has(int status) {
        return statuses().contains(status);
    }

    JsonNode response(int status) {
        return description.resolve(operation.path("responses").path(Integer.toString(status)));
    }

    /** The media type of its body, and the schema; missing if it takes none. */
    JsonNode body() {
        return operation.path("requestBody").path("content");
    }

    private static Stream<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
