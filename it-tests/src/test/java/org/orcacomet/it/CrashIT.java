package org.orcacomet.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was answered 200 outlives the process. */
class CrashIT {
    private static final int ROUNDS = 20;

    @TempDir
    Path data;

    @Test
    void write_thatWasAnsweredIsThereAfterAKill() throws Exception {
        try (Server server = Server.start(data)) {
            Caller caller = new Caller(server.address(), data.resolve("tls"));
            for (int i = 0; i < ROUNDS; i++) {
                assertThat(caller.write(scope(i), "[" + i + "]").statusCode()).isEqualTo(200);
            }
            server.kill();
        }

        try (Server server = Server.start(data)) {
            Caller caller = new Caller(server.address(), data.resolve("tls"));
            for (int i = 0; i < ROUNDS; i++) {
                assertThat(caller.read(scope(i)).body()).contains("\"value\":\"[" + i + "]\"");
            }
            assertThat(server.terminate()).isZero();
        }
    }

    private static Map<String, String> scope(int i) {
        return Map.of(
                "contextID", "slice",
                "family", "users",
                "Key", "vm-" + i,
                "readToken", "ReadToken1",
                "writeToken", "WriteToken1");
    }
}
