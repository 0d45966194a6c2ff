package org.orcacomet.userdata.family;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.orcacomet.api.ScopeValue;

/**
 * The one codec between entries and the text of their scope: {@code {"val_": "<a JSON array, as a string>"}}. It always
 * writes a user's {@code key} and all twelve members of storage, because a VM drops the family otherwise.
 */
public final class FamilyCodec {
    private static final String WRAPPER = "val_";

    // A recycler pool of its own: Jackson's default hangs buffers on the host's threads, which outlive this bundle.
    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .recyclerPool(JsonRecyclerPools.newConcurrentDequePool())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private FamilyCodec() {}

    /** The value of a scope that holds these entries, in their order. */
    public static ScopeValue encode(List<? extends FamilyEntry> entries) {
        List<Map<String, Object>> array =
                entries.stream().map(FamilyCodec::members).collect(Collectors.toList());
        return ScopeValue.of(write(Collections.singletonMap(WRAPPER, write(array))));
    }

    private static Map<String, Object> members(FamilyEntry entry) {
        Map<String, Object> members = new LinkedHashMap<>(entry.members());
        if (entry instanceof User) {
            members.put(User.KEYS, ((User) entry).keys());
        }
        return members;
    }

    private static String write(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("texts, lists and maps cannot be written as JSON", impossible);
        }
    }

    /**
     * The entries that a scope holds, in their order; none if its value is null. Members that the schema does not know
     * are left out.
     *
     * @throws MalformedFamily if the text is not a family of this section
     */
    public static <E extends FamilyEntry> List<E> decode(Section<E> section, ScopeValue value) {
        if (!value.text().isPresent()) {
            return Collections.emptyList();
        }
        JsonNode wrapped = read(section, value.text().get()).path(WRAPPER);
        require(wrapped.isTextual(), section, "has no text val_");
        JsonNode array = read(section, wrapped.textValue());
        require(array.isArray(), section, "has no array in its val_");
        List<E> entries = new ArrayList<>();
        for (JsonNode node : array) {
            entries.add(entry(section, node, entries.size()));
        }
        return Collections.unmodifiableList(entries);
    }

    private static <E extends FamilyEntry> E entry(Section<E> section, JsonNode node, int index) {
        require(node.isObject(), section, "holds something that is no entry, at index " + index);
        Map<String, String> members = new LinkedHashMap<>();
        for (Member member : section.schema().members()) {
            members.put(member.name(), text(node.path(member.name())));
        }
        try {
            return section.entry(members);
        } catch (InvalidEntry invalid) {
            throw new MalformedFamily("the family " + section + ", at index " + index + ": " + invalid.getMessage());
        }
    }

    private static String text(JsonNode node) {
        if (!node.isArray()) {
            return node.asText("");
        }
        List<String> lines = new ArrayList<>();
        node.forEach(line -> lines.add(line.asText()));
        return String.join("\n", lines);
    }

    // Jackson's exceptions quote the text, so they are not passed on as a cause.
    private static JsonNode read(Section<?> section, String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException malformed) {
            throw new MalformedFamily("the family " + section + " is not JSON");
        }
    }

    private static void require(boolean holds, Section<?> section, String violation) {
        if (!holds) {
            throw new MalformedFamily("the family " + section + " " + violation);
        }
    }
}
