package org.orcacomet.launcher.service;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;

/** What every answer of a service is wrapped in. */
public final class Envelope {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final JsonNode root;

    private Envelope(JsonNode root) {
        this.root = root;
    }

    /** The answer in this text; of another text all is missing. */
    public static Envelope parse(String text) {
        try {
            return new Envelope(JSON.readTree(text));
        } catch (JsonProcessingException e) {
            // The parser's text would quote the answer.
            return new Envelope(MissingNode.getInstance());
        }
    }

    /** Whether it is what COMET answers. */
    public boolean isWhole() {
        return root.path("status").isTextual() && value().isObject();
    }

    /** The sentence in it, of a refusal too. */
    public String message() {
        return root.path("message").asText("").isBlank()
                ? "it does not say why"
                : root.path("message").asText();
    }

    /** What is asked for. */
    public JsonNode value() {
        return root.path("value");
    }
}
