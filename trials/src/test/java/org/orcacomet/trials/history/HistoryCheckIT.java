package org.orcacomet.trials.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.orcacomet.trials.deployment.Setup;
import org.orcacomet.trials.deployment.SharedCluster;

/** The short form of {@code ./comet history-check}. */
class HistoryCheckIT {
    private static final Path SERVER = Path.of(System.getProperty("comet.server"));

    @TempDir
    Path temp;

    @Test
    void calls_areLinearizableUnderFaults() {
        assertThat(run(Setup.fresh(), "--operations", "1200", "--seed", "4"))
                .contains("kills", "pauses", "connections reset", "Nothing was lost.");
    }

    @Test
    void callsOfThreeHeads_areLinearizableUnderFaultsOfThemAndOfTheirStore() throws Exception {
        assertThat(run(Setup.on(SharedCluster.get()), "--store", "accumulo", "--operations", "2000", "--seed", "4"))
                .contains("kills", "pauses", "connections reset", "tablet servers killed", "Nothing was lost.");
    }

    private static String run(Setup setup, String... arguments) {
        StringWriter said = new StringWriter();
        String[] all = Stream.concat(
                        Stream.of("--server", SERVER.toString(), "--work", System.getProperty("trials.work")),
                        Stream.of(arguments))
                .toArray(String[]::new);
        int status = HistoryCheck.command(setup).setOut(new PrintWriter(said)).execute(all);
        assertThat(status).as(said.toString()).isZero();
        return said.toString();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"--operations=0", "--operations=many", "--fast", "--store=etcd", "--heads=2", "--store=accumulo"
            })
    void wrongArguments_areRefusedBeforeAnythingStarts(String argument) {
        StringWriter said = new StringWriter();
        int status = HistoryCheck.command(Setup.fresh())
                .setErr(new PrintWriter(said))
                .execute("--server", SERVER.toString(), "--work", temp.toString(), argument);
        assertThat(status).isEqualTo(2);
        assertThat(said.toString()).contains("Usage: comet history-check");
        assertThat(temp).isEmptyDirectory();
    }
}
