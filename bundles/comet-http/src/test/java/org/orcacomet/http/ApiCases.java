package org.orcacomet.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import org.orcacomet.http.ApiRequest.Sender;

/** Requests that are made from the description: good ones, and such with one thing that it forbids. */
final class ApiCases {
    private static final List<String> READ = List.of("ReadToken1", "ReadToken1", "ReadToken2");
    private static final List<String> WRITE = List.of("WriteToken1", "WriteToken1", "WriteToken2");
    private static final List<String> TOKENS =
            List.of("Comet-Read-Token", "Comet-Write-Token", "readToken", "writeToken");

    private static final int LONGEST_HEADER = 100;

    private final Random random;
    private final ApiValues values;
    private final Map<String, byte[]> bodies = new HashMap<>();

    ApiCases(ApiDescription description, Random random) {
        this.random = random;
        this.values = new ApiValues(description, random);
    }

    /** For a call whose body no schema describes. */
    ApiCases withBody(String call, byte[] body) {
        bodies.put(call, body);
        return this;
    }

    /** A request that the description allows, if its sender may do that. */
    ApiRequest good(ApiCall call) {
        return good(call, values.one(List.of(Sender.values())));
    }

    ApiRequest good(ApiCall call, Sender sender) {
        ApiRequest request =
                new ApiRequest(call, sender, values.one(call.targets().toList()));
        call.parameters("query").filter(this::isWanted).forEach(parameter -> {
            JsonNode value = values.good(parameter.path("schema"));
            request.query(name(parameter), value.asText());
        });
        List<JsonNode> conditions = call.parameters("header").toList();
        if (!conditions.isEmpty() && random.nextInt(3) == 0) {
            JsonNode condition = values.one(conditions);
            request.header(
                    name(condition), values.good(condition.path("schema")).asText());
        }
        addTokens(request);
        request.body = body(call);
        return request;
    }

    private boolean isWanted(JsonNode parameter) {
        return parameter.path("required").asBoolean() || random.nextInt(2) == 0;
    }

    private static String name(JsonNode parameter) {
        return parameter.path("name").textValue();
    }

    private void addTokens(ApiRequest request) {
        List<List<String>> ways = request.call.security();
        if (ways.isEmpty()) {
            return;
        }
        for (String scheme : values.one(ways)) {
            JsonNode described = request.call.description().securityScheme(scheme);
            String token = values.one(scheme.startsWith("read") ? READ : WRITE);
            switch (described.path("in").asText()) {
                case "header" -> request.header(name(described), token);
                case "query" -> request.query(name(described), token);
                default -> {
                    // A certificate: the sender has one, or not.
                }
            }
        }
    }

    private byte[] body(ApiCall call) {
        if (call.body().isMissingNode()) {
            return new byte[0];
        }
        if (bodies.containsKey(call.id())) {
            return bodies.get(call.id());
        }
        JsonNode good = goodBody(call);
        return bytes(good.isTextual() ? good.textValue() : good.toString());
    }

    private JsonNode goodBody(ApiCall call) {
        JsonNode good = values.good(schema(call));
        for (int i = 0; i < good.size(); i++) {
            distinct((ObjectNode) good.path(i), i);
        }
        return good;
    }

    /** What no schema says: no name twice, and tokens that differ. */
    private void distinct(ObjectNode entry, int index) {
        entry.put("key", entry.path("key").textValue() + index);
        entry.put("readToken", values.one(READ)).put("writeToken", values.one(WRITE));
    }

    private static JsonNode schema(ApiCall call) {
        return call.body().elements().next().path("schema");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Requests of this call with one thing that the description forbids. */
    List<ApiRequest> bad(ApiCall call, Sender sender) {
        List<Consumer<ApiRequest>> faults = new ArrayList<>();
        call.parameters("query").forEach(parameter -> addFaults(parameter, faults));
        call.parameters("header").forEach(header -> addHeaderFaults(call, header, faults));
        if (call.security().stream().anyMatch(way -> way.size() > 1 || !way.contains("certificate"))
                && call.security().stream().noneMatch(List::isEmpty)) {
            addTokenFaults(call, faults);
        }
        addBodyFaults(call, faults);
        return faults.stream().map(fault -> spoilt(call, sender, fault)).toList();
    }

    private ApiRequest spoilt(ApiCall call, Sender sender, Consumer<ApiRequest> fault) {
        ApiRequest request = good(call, sender);
        fault.accept(request);
        return request;
    }

    private void addFaults(JsonNode parameter, List<Consumer<ApiRequest>> faults) {
        String name = name(parameter);
        if (parameter.path("required").asBoolean()) {
            faults.add(request -> request.drop(name));
        }
        String good = values.good(parameter.path("schema")).asText();
        faults.add(request -> {
            request.drop(name);
            request.query(name, good).query(name, good);
        });
        for (String undecodable : List.of("%zz", "%ff", "%")) {
            faults.add(request -> {
                request.drop(name);
                request.rawQuery(name, undecodable);
            });
        }
        values.badTexts(parameter.path("schema"))
                .forEach(bad -> faults.add(request -> {
                    request.drop(name);
                    request.query(name, bad);
                }));
    }

    private void addHeaderFaults(ApiCall call, JsonNode header, List<Consumer<ApiRequest>> faults) {
        values.badTexts(header.path("schema"))
                .filter(ApiCases::fitsInAHeader)
                .forEach(bad -> faults.add(request -> {
                    call.parameters("header").forEach(other -> request.drop(name(other)));
                    request.header(name(header), bad);
                }));
    }

    private static boolean fitsInAHeader(String text) {
        return !text.isEmpty() && text.length() < LONGEST_HEADER && text.chars().allMatch(c -> c >= ' ' && c < 0x7f);
    }

    private static void addTokenFaults(ApiCall call, List<Consumer<ApiRequest>> faults) {
        faults.add(request -> TOKENS.forEach(request::drop));
        faults.add(request -> {
            TOKENS.forEach(request::drop);
            request.query("readToken", " ").query("writeToken", " ");
        });
        faults.add(request -> {
            TOKENS.forEach(request::drop);
            request.header("Comet-Read-Token", "ReadToken1").query("readToken", "ReadToken2");
            request.header("Comet-Write-Token", "WriteToken1");
        });
        if (call.security().stream().anyMatch(way -> way.contains("writeToken"))) {
            faults.add(request -> {
                request.drop("Comet-Write-Token");
                request.drop("writeToken");
            });
        }
    }

    private void addBodyFaults(ApiCall call, List<Consumer<ApiRequest>> faults) {
        if (call.body().isMissingNode()) {
            return;
        }
        faults.add(request -> request.body = new byte[] {'[', (byte) 0xff, ']'});
        if (call.body().has("application/json")) {
            faults.add(request -> request.body = bytes("[{"));
            values.spoilt(schema(call), goodBody(call))
                    .forEach(body -> faults.add(request -> request.body = bytes(body.toString())));
        }
    }
}
