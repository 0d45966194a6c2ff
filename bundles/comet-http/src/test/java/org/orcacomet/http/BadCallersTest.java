package org.orcacomet.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.orcacomet.http.TestPki.Dates;
import org.orcacomet.http.TestPki.Identity;

/** The authorization table of the wire, for each kind of caller that is not trusted. */
class BadCallersTest extends BadInputTest {
    private static final String DENIED = "the certificate or a token does not allow this";

    private record Row(String caller, Identity... certificate) {
        @Override
        public String toString() {
            return caller;
        }
    }

    static Stream<Row> callers() {
        Identity unknown = TestPki.ca("CN=Unknown CA");
        return Stream.of(
                new Row("no certificate"),
                new Row("self-signed", TestPki.selfSigned("CN=Self")),
                new Row("unknown CA", TestPki.issue(unknown, "CN=Stranger", Dates.NOW)),
                new Row("unknown CA of the root's name", TestPki.issue(TestPki.ca("CN=Test CA"), "CN=X", Dates.NOW)),
                new Row(
                        "issued by a caller",
                        TestPki.issue(TestPki.issue(server.ca, "CN=A", Dates.NOW), "CN=B", Dates.NOW)),
                new Row("expired", TestPki.issue(server.ca, "CN=Late", Dates.PAST)),
                new Row("not yet valid", TestPki.issue(server.ca, "CN=Early", Dates.FUTURE)));
    }

    @ParameterizedTest
    @MethodSource("callers")
    void create_isRefusedTo(Row row) {
        String other = "/writeScope?contextID=slice&family=users&Key=other" + TOKENS;
        assertRefused(server.client(row.certificate()).post(other, "[]"), 403, "FORBIDDEN", DENIED);
    }

    @ParameterizedTest
    @MethodSource("callers")
    void delete_isRefusedTo(Row row) {
        WireClient client = server.client(row.certificate());
        assertRefused(client.delete("/deleteScope" + SCOPE + TOKENS), 403, "FORBIDDEN", DENIED);
        String absent = "/deleteScope?contextID=slice&family=users&Key=absent" + TOKENS;
        assertRefused(client.delete(absent), 403, "FORBIDDEN", DENIED);
    }

    @ParameterizedTest
    @MethodSource("callers")
    void readAndEnumerate_areOpenTo(Row row) {
        WireClient client = server.client(row.certificate());
        assertThat(client.get("/readScope" + SCOPE + TOKENS)
                        .json()
                        .path("state")
                        .textValue())
                .isEqualTo("present");
        assertThat(client.get("/enumerateScope?contextID=slice&readToken=" + READ)
                        .json()
                        .path("value")
                        .path("entries"))
                .hasSize(1);
        assertDataAsBefore();
    }

    @ParameterizedTest
    @MethodSource("callers")
    void modify_isOpenToWithTheTokens(Row row) {
        WireClient client = server.client(row.certificate());
        String unmet = "If-None-Match: *";
        assertRefused(
                client.post("/writeScope" + SCOPE + TOKENS, "[]", unmet),
                412,
                "PRECONDITION_FAILED",
                "the scope is not at the revision that the call demands");
    }
}
