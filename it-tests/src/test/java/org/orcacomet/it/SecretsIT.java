package org.orcacomet.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Marked tokens and values go down every path of the service, errors included; none comes to light again. */
class SecretsIT {
    private static final String READ = "MarkedReadToken1";
    private static final String WRITE = "MarkedWriteToken1";
    private static final String WRONG = "MarkedWrongToken1";
    private static final String VALUE = "MarkedValue";
    private static final String LARGE = VALUE.repeat(100_000);

    @TempDir
    Path data;

    @Test
    void marks_areInNoLogAndNoTokenIsInTheStore() throws Exception {
        try (Server server = Server.start(data)) {
            URI address = server.address();
            callAllPaths(new Caller(address, data.resolve("tls")));
            assertThat(server.terminate()).isZero();
            assertThat(server.errors()).doesNotContain("Marked");
        }

        Secrets.assertNowhere(List.of(READ, WRITE, WRONG), data);
        Secrets.assertNowhere(List.of("Marked"), data.resolve("log"));
        Secrets.assertNowhere(List.of("Marked"), data.resolve("audit"));
    }

    private static void callAllPaths(Caller caller) throws Exception {
        expect(200, caller.write(scope(READ, WRITE), VALUE));
        expect(200, caller.read(scope(READ, WRITE)));
        expect(200, caller.send("GET", "/enumerateScope", scope(READ, WRITE), ""));
        expect(403, caller.write(scope(READ, WRONG), VALUE));
        expect(403, caller.write(scope(WRONG, WRITE), VALUE));
        expect(403, caller.read(scope(WRONG, WRITE)));
        expect(403, caller.send("DELETE", "/deleteScope", scope(READ, WRONG), ""));
        expect(413, caller.write(scope(READ, WRITE), LARGE));
        expect(400, caller.write(Map.of("readToken", READ, "writeToken", WRITE), VALUE));
        expect(404, caller.send("GET", "/" + READ, scope(READ, WRITE), ""));
        expect(405, caller.send("PUT", "/writeScope", scope(READ, WRITE), VALUE));
        expect(400, caller.send("POST", "/writeScopes", Map.of("contextID", "slice"), "[{\"value\":\"" + VALUE + READ));
        expect(200, caller.send("DELETE", "/deleteScope", scope(READ, WRITE), ""));
    }

    private static void expect(int status, HttpResponse<String> response) throws IOException {
        assertThat(response.statusCode()).as(response.request().uri().getPath()).isEqualTo(status);
        assertThat(response.body()).doesNotContain(READ, WRITE, WRONG);
        if (status != 200) {
            assertThat(response.body()).doesNotContain("Marked");
        }
    }

    private static Map<String, String> scope(String read, String write) {
        Map<String, String> parameters = new HashMap<>();
        parameters.put("contextID", "slice");
        parameters.put("family", "users");
        parameters.put("Key", "vm");
        parameters.put("readToken", read);
        parameters.put("writeToken", write);
        return parameters;
    }
}
