package org.orcacomet.trials.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.orcacomet.trials.deployment.Setup;

/** The short form of {@code ./comet history-check}. */
class HistoryCheckIT {
    private static final Path SERVER = Path.of(System.getProperty("comet.server"));

    @TempDir
    Path temp;

    @Test
    void calls_areLinearizableUnderFaults() {
        StringWriter said = new StringWriter();
        int status = HistoryCheck.command(Setup.fresh())
                .setOut(new PrintWriter(said))
                .execute(
                        "--operations",
                        "2000",
                        "--seed",
                        "4",
                        "--server",
                        SERVER.toString(),
                        "--work",
                        System.getProperty("trials.work"));
        assertThat(status).as(said.toString()).isZero();
        assertThat(said.toString()).contains("kills", "pauses", "connections reset", "Nothing was lost.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--operations=0", "--operations=many", "--fast"})
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
