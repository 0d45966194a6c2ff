package org.orcacomet.http.internal.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.orcacomet.api.CometRejected;
import org.orcacomet.api.ContextId;
import org.orcacomet.api.Precondition;
import org.orcacomet.api.WriteBatch;
import org.orcacomet.api.testkit.Mutations;

/** Any query, condition or batch is typed values, or is refused with the name of a rule. */
class RequestFuzzTest {
    private static final ContextId CONTEXT = ContextId.parse("slice");
    private static final String ENTRY =
            "{\"family\":\"hosts\",\"key\":\"a\",\"value\":\"[]\",\"readToken\":\"Read1token\","
                    + "\"writeToken\":\"Write1token\"}";
    private static final int MOST_OF_A_MESSAGE = 120;

    @Provide
    Arbitrary<String> queries() {
        return Mutations.of(List.of(
                "contextID=slice%201&family=users&Key=a%2Bb%26c%2F%25%C3%A9&readToken=Read1234&writeToken=W%0D%0A%C3%A4%201",
                "contextID=slice&readToken=Read1234&family=", "contextID=a+b&family=f&Key=k&x&=&&"));
    }

    @Property
    void query_isParametersOrRefused(@ForAll("queries") String query) {
        try {
            QueryParameters.parse(query).find("Key");
        } catch (CometRejected refusal) {
            assertNamesARule(refusal);
        }
    }

    @Property
    void parameter_isDecodedToWhatWasEncoded(@ForAll("queries") String text) throws CometRejected {
        String whole = new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
        String query = "Key=" + URLEncoder.encode(whole, StandardCharsets.UTF_8);
        assertThat(QueryParameters.parse(query).require("Key")).isEqualTo(whole);
    }

    @Provide
    Arbitrary<String> conditions() {
        return Mutations.of(List.of("\"1\"", "*", "W/\"2\"", "\"1\", \"2\"", "\"999999999999999999\"", ""));
    }

    @Property
    void condition_isTakenOrRefusedAndNeverIgnored(@ForAll("conditions") String condition) {
        for (HttpHeader header : List.of(HttpHeader.IF_MATCH, HttpHeader.IF_NONE_MATCH)) {
            try {
                Precondition taken = Preconditions.parse(HttpFields.build().add(header, condition));
                assertThat(taken).isNotEqualTo(Precondition.none());
            } catch (CometRejected refusal) {
                assertNamesARule(refusal);
            }
        }
    }

    @Provide
    Arbitrary<String> batches() {
        return Mutations.of(List.of(
                "[" + ENTRY + "," + ENTRY.replace("\"a\"", "\"b\"").replace("\"[]\"", "null") + "]",
                "[" + ENTRY.replace("}", ",\"revision\":7}") + "]",
                "[" + ENTRY.replace("}", ",\"revision\":0}") + "]",
                "[]"));
    }

    @Property
    void batch_isWritesOrRefused(@ForAll("batches") String body) {
        try {
            WriteBatch batch = BatchBody.parse(CONTEXT, body);
            assertThat(batch.writes())
                    .isNotEmpty()
                    .allMatch(write -> write.key().context().equals(CONTEXT));
        } catch (CometRejected refusal) {
            assertNamesARule(refusal);
        }
    }

    private static void assertNamesARule(CometRejected refusal) {
        assertThat(refusal.getMessage()).isNotBlank().doesNotContain("Read1", "Write1", "slice");
        assertThat(refusal.getMessage().length()).isLessThan(MOST_OF_A_MESSAGE);
    }
}
