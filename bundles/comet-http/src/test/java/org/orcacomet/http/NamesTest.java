package org.orcacomet.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Names: all that is text, is short enough and holds no control character, and nothing else. */
class NamesTest extends BadInputTest {
    static final List<String> BAD_CHARACTERS =
            List.of("\u0000", "a\u0000b", "\n", "a\r\nb", "\t", "\u001b[31m", "\u007f", "\u0085");

    private record Row(String message, String context, String family, String key) {
        @Override
        public String toString() {
            return message;
        }
    }

    static Stream<Row> names() {
        return Stream.of(
                new Row("contextID is empty", "", "users", "unit"),
                new Row("family is empty", "slice", "", "unit"),
                new Row("Key is empty", "slice", "users", ""),
                new Row("contextID takes more than 4096 bytes", "x".repeat(4097), "users", "unit"),
                new Row("family takes more than 4096 bytes", "slice", "ü".repeat(2049), "unit"),
                new Row("Key takes more than 4096 bytes", "slice", "users", "\u20ac".repeat(4000)));
    }

    @ParameterizedTest
    @MethodSource("names")
    void name_isRefused(Row row) {
        assertRefusedByAll(row.message(), row.context(), row.family(), row.key());
    }

    @ParameterizedTest
    @FieldSource("BAD_CHARACTERS")
    void name_mustNotHold(String name) {
        assertRefusedByAll("contextID holds a control character", name, "users", "unit");
        assertRefusedByAll("family holds a control character", "slice", name, "unit");
        assertRefusedByAll("Key holds a control character", "slice", "users", name);
    }

    private static void assertRefusedByAll(String message, String context, String family, String key) {
        String query = query(context, family, key);
        assertBadRequest(trusted.post("/writeScope" + query, "[]"), message);
        assertBadRequest(trusted.get("/readScope" + query), message);
        assertBadRequest(trusted.delete("/deleteScope" + query), message);
    }

    static Stream<String> goodNames() {
        return Stream.of(
                "x".repeat(4000),
                "x".repeat(4096),
                "\u20ac".repeat(1365),
                "/ & % +",
                "a/b",
                "..",
                "a&b=c",
                "100%",
                "1+1",
                " ",
                "a b",
                "?#",
                "jörg",
                "日本語",
                "\ud83d\ude00",
                "\ufeff",
                "\u202e",
                "null",
                "\"'\\<>",
                ";",
                "e\u0301");
    }

    @ParameterizedTest
    @MethodSource("goodNames")
    void name_isKeptAsItIs(String name) {
        WireClient client = trusted;
        String query = query(name, name, name);
        assertThat(client.post("/writeScope" + query, "[]").status()).isEqualTo(200);
        JsonNode value = client.get("/readScope" + query).json().path("value");
        assertThat(List.of(value.path("contextId"), value.path("family"), value.path("key")))
                .allMatch(node -> node.textValue().equals(name));
        assertThat(client.delete("/deleteScope" + query).status()).isEqualTo(200);
    }

    private static String query(String context, String family, String key) {
        return WireClient.query("contextID", context, "family", family, "Key", key) + TOKENS;
    }
}
