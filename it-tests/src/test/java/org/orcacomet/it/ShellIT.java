package org.orcacomet.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code serve --shell}, as an operator meets it. */
class ShellIT {
    private static final Map<String, String> HOST = Map.of(
            "contextID", "slice-1",
            "family", "hostsall",
            "Key", "vm-1",
            "readToken", "ReadToken1",
            "writeToken", "WriteToken1");

    @TempDir
    Path folder;

    @Test
    void shell_readsCommandsAndEndsAlone() throws Exception {
        Path data = folder.resolve("data");
        try (Server server = Server.start(data, "--shell")) {
            Caller caller = new Caller(server.address(), data.resolve("tls"));
            caller.write(HOST, "{\"val_\":\"[{\\\"hostName\\\":\\\"node0\\\",\\\"ip\\\":\\\"10.0.0.1\\\"}]\"}");

            List<String> printed = server.type(
                    "comet:scopes",
                    "comet:scopes slice-1",
                    "comet:read slice-1 hostsall vm-1",
                    "comet:peers slice-1",
                    "comet:read slice-1",
                    "help comet:scopes");

            assertThat(String.join("\n", printed))
                    .containsPattern("slice-1 +1 +1 +0 +0 .*hostsall")
                    .containsPattern("hostsall +vm-1 +PRESENT +1 ")
                    .contains("\"val_\"")
                    .containsPattern("all +vm-1 +node0 +10.0.0.1 +-")
                    .contains("comet:read takes CONTEXT FAMILY KEY")
                    .contains("all contexts, a hundred at a time")
                    .doesNotContain("Token1");
            assertThat(caller.read(HOST).statusCode()).as("the service goes on").isEqualTo(200);
            assertThat(server.terminate()).isZero();
            assertThat(server.errors()).isEmpty();
        }
    }
}
