package org.orcacomet.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.orcacomet.audit.AuditVerdict;
import org.orcacomet.audit.AuditVerify;

/** What was answered 200 outlives the process, and its line in the audit too. */
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
        Path audit = data.resolve("audit/audit.log");
        Files.writeString(audit, "{\"time\":\"20", StandardOpenOption.APPEND);

        try (Server server = Server.start(data)) {
            Caller caller = new Caller(server.address(), data.resolve("tls"));
            for (int i = 0; i < ROUNDS; i++) {
                assertThat(caller.read(scope(i)).body()).contains("\"value\":\"[" + i + "]\"");
            }
            assertThat(server.terminate()).isZero();
        }
        AuditVerdict verdict = AuditVerify.files(List.of(audit));
        assertThat(verdict.fault()).isEmpty();
        assertThat(verdict.lines()).isEqualTo(ROUNDS);
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
