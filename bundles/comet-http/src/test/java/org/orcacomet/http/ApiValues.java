package org.orcacomet.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.networknt.schema.JsonSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** Values that a schema of the description allows, and values that it forbids. */
final class ApiValues {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MANY = 5;
    private static final int SEVERAL = 3;

    /** Often the same, so that calls are about what others have written. */
    private static final List<String> TEXTS =
            List.of("slice-1", "slice-1", "users", "vm-1", "söhne & co", "<script>alert(1)</script>", "日本\ud83d\ude00");

    private static final List<JsonNode> SUSPECTS = List.of(
            TextNode.valueOf(""),
            TextNode.valueOf("a\u0001b"),
            TextNode.valueOf("\u0085"),
            TextNode.valueOf("x".repeat(4097)),
            TextNode.valueOf("2"),
            TextNode.valueOf("W/\"2\""),
            TextNode.valueOf("\"0\""),
            TextNode.valueOf("short"),
            TextNode.valueOf("NoDigitInIt"),
            IntNode.valueOf(0),
            IntNode.valueOf(1001),
            IntNode.valueOf(-1),
            NullNode.instance,
            JSON.createObjectNode(),
            JSON.createArrayNode());

    private final ApiDescription description;
    private final Random random;

    ApiValues(ApiDescription description, Random random) {
        this.description = description;
        this.random = random;
    }

    <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    /** Something that it allows. */
    JsonNode good(JsonNode reference) {
        JsonNode schema = description.resolve(reference);
        if (schema.has("const")) {
            return schema.path("const");
        }
        for (String choice : List.of("enum", "examples")) {
            if (schema.has(choice)) {
                return one(list(schema.path(choice)));
            }
        }
        if (schema.has("anyOf")) {
            return good(one(list(schema.path("anyOf"))));
        }
        JsonNode type = schema.path("type");
        return goodOf(type.isArray() ? one(list(type)).textValue() : type.textValue(), schema);
    }

    private JsonNode goodOf(String type, JsonNode schema) {
        return switch (type) {
            case "null" -> NullNode.instance;
            case "integer" -> LongNode.valueOf(schema.path("minimum").longValue() + random.nextInt(MANY));
            case "array" -> array(schema);
            case "object" -> object(schema);
            default -> TextNode.valueOf(random.nextInt(MANY) > 0 ? one(TEXTS) : anyText());
        };
    }

    private String anyText() {
        StringBuilder text = new StringBuilder();
        while (text.length() < 1 + random.nextInt(MANY)) {
            int character = random.nextInt(Character.MAX_CODE_POINT);
            if (Character.isDefined(character)
                    && !Character.isISOControl(character)
                    && Character.getType(character) != Character.SURROGATE) {
                text.appendCodePoint(character);
            }
        }
        return text.toString();
    }

    private ArrayNode array(JsonNode schema) {
        ArrayNode array = JSON.createArrayNode();
        int size = schema.path("minItems").intValue() + random.nextInt(SEVERAL);
        for (int i = 0; i < size; i++) {
            array.add(good(schema.path("items")));
        }
        return array;
    }

    private ObjectNode object(JsonNode schema) {
        ObjectNode object = JSON.createObjectNode();
        List<String> required =
                list(schema.path("required")).stream().map(JsonNode::textValue).toList();
        schema.path("properties").properties().forEach(member -> {
            if (required.contains(member.getKey()) || random.nextInt(MANY) == 0) {
                object.set(member.getKey(), good(member.getValue()));
            }
        });
        return object;
    }

    /** Texts that are nothing that it allows. */
    Stream<String> badTexts(JsonNode schema) {
        JsonSchema allowed = description.schema(schema);
        return SUSPECTS.stream()
                .filter(suspect -> suspect.isTextual() || suspect.isNumber())
                .map(JsonNode::asText)
                .filter(text -> readings(text)
                        .noneMatch(reading -> allowed.validate(reading).isEmpty()));
    }

    private static Stream<JsonNode> readings(String text) {
        return text.matches("-?[0-9]+")
                ? Stream.of(TextNode.valueOf(text), LongNode.valueOf(Long.parseLong(text)))
                : Stream.of(TextNode.valueOf(text));
    }

    /** This document with one thing changed that the schema forbids. */
    List<JsonNode> spoilt(JsonNode schema, JsonNode good) {
        List<JsonNode> changed = new ArrayList<>(SUSPECTS);
        for (int i = 0; i < good.size(); i++) {
            if (good.path(i) instanceof ObjectNode entry) {
                spoil(good, i, entry, changed);
            }
        }
        JsonSchema allowed = description.schema(schema);
        return changed.stream()
                .filter(suspect -> !allowed.validate(suspect).isEmpty())
                .toList();
    }

    private static void spoil(JsonNode good, int index, ObjectNode entry, List<JsonNode> changed) {
        entry.fieldNames().forEachRemaining(name -> {
            changed.add(with(good, index, entry.deepCopy().without(name)));
            SUSPECTS.forEach(
                    suspect -> changed.add(with(good, index, entry.deepCopy().set(name, suspect))));
        });
        changed.add(with(good, index, entry.deepCopy().put("unknown", 1)));
    }

    private static JsonNode with(JsonNode good, int index, JsonNode entry) {
        ArrayNode changed = good.deepCopy();
        changed.set(index, entry);
        return changed;
    }

    private static List<JsonNode> list(JsonNode array) {
        List<JsonNode> elements = new ArrayList<>();
        array.forEach(elements::add);
        return elements;
    }
}
