package org.orcacomet.http;

import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.orcacomet.http.WireClient.Reply;

/** Tokens: wrong, weak, equal, missing, blank; in the query and in the headers. */
class BadTokensTest extends BadInputTest {
    private static final String DENIED = "the certificate or a token does not allow this";
    private static final String NEW_SCOPE = "?contextID=slice&family=users&Key=new";

    private record Row(String fault, int status, String message, String read, String write) {
        @Override
        public String toString() {
            return fault;
        }
    }

    static Stream<Row> existing() {
        return Stream.of(
                new Row("wrong read token", 403, DENIED, "ReadToken2", WRITE),
                new Row("wrong write token", 403, DENIED, READ, "WriteToken2"),
                new Row("swapped", 403, DENIED, WRITE, READ),
                new Row("another case", 403, DENIED, READ.toLowerCase(Locale.ROOT), WRITE),
                new Row("longer", 403, DENIED, READ + "1", WRITE),
                new Row("empty read token", 400, "readToken is blank", "", WRITE),
                new Row("blank read token", 400, "readToken is blank", " \t ", WRITE),
                new Row("blank write token", 400, "writeToken is blank", READ, "  "));
    }

    @ParameterizedTest
    @MethodSource("existing")
    void modify_isRefused(Row row) {
        assertRefused(trusted.post("/writeScope" + SCOPE + tokens(row), "[]"), row.status(), code(row), row.message());
    }

    @ParameterizedTest
    @MethodSource("existing")
    void delete_isRefused(Row row) {
        assertRefused(trusted.delete("/deleteScope" + SCOPE + tokens(row)), row.status(), code(row), row.message());
    }

    static Stream<Row> fresh() {
        return Stream.of(
                new Row("equal", 400, "readToken and writeToken are equal", READ, READ),
                new Row("short", 400, "readToken is shorter than 8 characters", "Ab1defg", WRITE),
                new Row("no digit", 400, "writeToken has no digit", READ, "WriteToken"),
                new Row("no lower case", 400, "readToken has no lower-case letter", "READTOKEN1", WRITE),
                new Row("no upper case", 400, "writeToken has no upper-case letter", READ, "writetoken1"),
                new Row("white space", 400, "readToken holds white space", "Read Token1", WRITE),
                new Row("blank", 400, "writeToken is blank", READ, ""));
    }

    @ParameterizedTest
    @MethodSource("fresh")
    void create_isRefused(Row row) {
        assertRefused(trusted.post("/writeScope" + NEW_SCOPE + tokens(row), "[]"), 400, code(row), row.message());
    }

    private record Missing(String fault, String message, Supplier<Reply> request) {
        @Override
        public String toString() {
            return fault;
        }
    }

    static Stream<Missing> requests() {
        String onlyRead = SCOPE + "&readToken=" + READ;
        String header = "Comet-Read-Token: ";
        return Stream.of(
                new Missing("read without", "readToken is missing", () -> trusted.get("/readScope" + SCOPE)),
                new Missing(
                        "read, another case",
                        "readToken is missing",
                        () -> trusted.get("/readScope" + SCOPE + "&readtoken=" + READ)),
                new Missing(
                        "enumerate without",
                        "readToken is missing",
                        () -> trusted.get("/enumerateScope?contextID=slice")),
                new Missing(
                        "write without write token",
                        "writeToken is missing",
                        () -> trusted.post("/writeScope" + onlyRead, "[]")),
                new Missing(
                        "write without read token",
                        "readToken is missing",
                        () -> trusted.post("/writeScope" + SCOPE + "&writeToken=" + WRITE, "[]")),
                new Missing(
                        "delete without write token",
                        "writeToken is missing",
                        () -> trusted.delete("/deleteScope" + onlyRead)),
                new Missing(
                        "header differs",
                        "Comet-Read-Token and readToken differ",
                        () -> trusted.get("/readScope" + onlyRead, header + "ReadToken2")),
                new Missing(
                        "header is repeated",
                        "Comet-Read-Token is repeated",
                        () -> trusted.get("/readScope" + SCOPE, header + READ, header + READ)),
                new Missing("header is empty", "readToken is blank", () -> trusted.get("/readScope" + SCOPE, header)),
                new Missing(
                        "write header differs",
                        "Comet-Write-Token and writeToken differ",
                        () -> trusted.post("/writeScope" + SCOPE + TOKENS, "[]", "Comet-Write-Token: x")));
    }

    @ParameterizedTest
    @MethodSource("requests")
    void call_isRefused(Missing row) {
        assertBadRequest(row.request().get(), row.message());
    }

    private static String tokens(Row row) {
        return WireClient.query("&readToken", row.read(), "writeToken", row.write())
                .substring(1);
    }

    private static String code(Row row) {
        return row.status() == 403 ? "FORBIDDEN" : "BAD_REQUEST";
    }
}
