package org.orcacomet.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The OpenAPI description of the wire, as it is served. */
public final class ApiDescription {
    private static final String FILE = "/org/orcacomet/http/internal/page/openapi.json";
    private static final JsonSchemaFactory SCHEMAS = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);
    private static final SchemaValidatorsConfig WITH_FORMATS =
            SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();

    private final JsonNode document;

    private ApiDescription(JsonNode document) {
        this.document = document;
    }

    public static ApiDescription load() {
        try (InputStream in = CometServer.class.getResourceAsStream(FILE)) {
            return new ApiDescription(new ObjectMapper().readTree(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All calls that it describes. */
    public List<ApiCall> calls() {
        List<ApiCall> calls = new ArrayList<>();
        document.path("paths").properties().forEach(path -> path.getValue()
                .properties()
                .forEach(method -> calls.add(new ApiCall(
                        this, method.getKey().toUpperCase(Locale.ROOT), path.getKey(), method.getValue()))));
        return calls;
    }

    /** The call of this operationId. */
    ApiCall call(String id) {
        return calls().stream().filter(call -> call.id().equals(id)).findFirst().orElseThrow();
    }

    /** What this node says, or what it refers to. */
    JsonNode resolve(JsonNode node) {
        JsonNode reference = node.path("$ref");
        return reference.isMissingNode()
                ? node
                : resolve(document.at(reference.textValue().substring(1)));
    }

    JsonNode securityScheme(String name) {
        return document.path("components").path("securitySchemes").path(name);
    }

    /** The schema of what is sent: more members may be in it. */
    JsonSchema schema(JsonNode node) {
        ObjectNode root = node.deepCopy();
        root.putObject("components").set("schemas", document.at("/components/schemas"));
        return SCHEMAS.getSchema(root, WITH_FORMATS);
    }

    /** The schema of what is answered, where no member may be that is not described. */
    JsonSchema closed(JsonNode node) {
        ObjectNode root = node.deepCopy();
        root.putObject("components")
                .set("schemas", document.at("/components/schemas").deepCopy());
        close(root);
        return SCHEMAS.getSchema(root, WITH_FORMATS);
    }

    private static void close(JsonNode node) {
        if (node instanceof ObjectNode object
                && object.path("type").asText().equals("object")
                && object.has("properties")
                && !object.has("additionalProperties")) {
            object.put("unevaluatedProperties", false);
        }
        node.forEach(ApiDescription::close);
    }
}
