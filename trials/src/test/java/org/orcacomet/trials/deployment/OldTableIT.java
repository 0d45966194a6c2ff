package org.orcacomet.trials.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.orcacomet.accumulo.cluster.AccumuloCluster;
import org.orcacomet.api.ContextId;
import org.orcacomet.api.EntryKey;
import org.orcacomet.api.Family;
import org.orcacomet.api.ScopeKey;
import org.orcacomet.api.TokenCodec;
import org.orcacomet.api.TokenPair;
import org.orcacomet.trials.service.Launch;
import org.orcacomet.trials.service.ServiceProcess;

/** The distribution's command takes a table of today's server to a service that keeps its scopes on the same Accumulo. */
class OldTableIT {
    private static final String TABLE = "slices_of_old";
    private static final TokenPair TOKENS =
            TokenPair.of(TokenCodec.readToken("MarkedRead1"), TokenCodec.writeToken("MarkedWrite1"));

    @TempDir
    Path folder;

    private static ScopeKey key(String key) {
        return ScopeKey.of(ContextId.parse("slice"), Family.parse("users"), EntryKey.parse(key));
    }

    private static void write(String key, String visibility, String... value) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(value);
        }
        SharedCluster.get().put(TABLE, bytes.toByteArray(), "slice", "users", key, visibility);
    }

    private static void fill() throws IOException {
        String now = Long.toString(Instant.now().toEpochMilli());
        write("unit-1", "MarkedRead1", "false", "MarkedWrite1", "[1]", "1.0", "", now);
        write("unit-2", "MarkedRead1", "true", "MarkedWrite1", "[2]", "1.0", now, now);
        write("unit-3", "MarkedRead0", "false", "MarkedWrite0", "[0]", "1.0", "");
        write("unit-3", "MarkedRead1", "false", "MarkedWrite1", "[3]", "1.0", "");
        write("unit-4", "MarkedRead1", "broken");
    }

    private String importOldTable(ServiceProcess service, Path password) throws IOException, InterruptedException {
        AccumuloCluster cluster = SharedCluster.get();
        List<String> arguments = List.of(
                "import-old-table",
                "--zookeepers",
                cluster.zookeepers(),
                "--instance",
                cluster.instance(),
                "--user",
                cluster.user(),
                "--password-file",
                password.toString(),
                "--table",
                TABLE);
        return DistributionCommand.run(folder, service, arguments);
    }

    @Test
    void oldTable_isTakenWithItsTokensUntilNothingIsLeft() throws Exception {
        fill();
        Path password = Files.writeString(
                folder.resolve("import.password"), SharedCluster.get().password());
        AccumuloStore store = new AccumuloStore(SharedCluster.get(), folder);
        Launch launch = Launch.of(DistributionCommand.SERVER, folder.resolve("data"))
                .with(store.arguments(Duration.ofMinutes(1)));
        try (ServiceProcess service =
                launch.with("--set", DistributionCommand.ADMIN).start()) {
            assertThat(importOldTable(service, password))
                    .contains("Read 5 entries, and sent 3, of which 1 were deleted ones.", "3 were taken")
                    .contains("doubled\tslice\tusers\tunit-3", "broken\tslice\tusers\tunit-4");
            assertThat(service.caller(0).read(key("unit-1"), TOKENS.read()).text())
                    .contains("[1]");
            assertThat(service.caller(0).read(key("unit-2"), TOKENS.read()).state())
                    .isEqualTo("deleted");
            assertThat(service.caller(0).read(key("unit-3"), TOKENS.read()).text())
                    .contains("[3]");
            assertThat(importOldTable(service, password)).contains("Nothing was left to copy.");
            assertThat(service.caller(0).write(key("unit-1"), TOKENS, "[4]").isOk())
                    .isTrue();
        }
    }
}
