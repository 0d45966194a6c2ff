package org.orcacomet.trials.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/**
 * The short form: a few VMs and the distribution, as processes of their own. It counts for so long that it does not matter
 * if the machine stands still for a second at the end.
 */
class VmLoadIT {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--server", System.getProperty("comet.server")));
        all.addAll(List.of("--work", System.getProperty("trials.work")));
        CommandLine command = VmLoad.command().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
        return command.execute(all.toArray(String[]::new));
    }

    @Test
    void aFewVms_areCarried() {
        int status = run("--vms", "6", "--period", "1", "--seconds", "12", "--timeout", "60");
        assertThat(err.toString()).isEmpty();
        assertThat(out.toString()).contains("All were carried.");
        assertThat(status).isZero();
    }

    @Test
    void aFewVms_areCarriedBesideAThousandSlowClients_inALittleMemory() {
        int status = run(
                "--vms",
                "6",
                "--period",
                "2",
                "--seconds",
                "15",
                "--timeout",
                "60",
                "--slow",
                "1000",
                "--heap",
                "96",
                "--client-timeout",
                "10");
        assertThat(err.toString()).isEmpty();
        assertThat(out.toString())
                .contains("All were carried.", "1000 slow clients")
                .doesNotContain("; 0 of");
        assertThat(status).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--vms=0",
                "--vms=x",
                "--seconds=0",
                "--period=0",
                "--timeout=0",
                "--threads=0",
                "--slow=-1",
                "--heap=1",
                "--client-timeout=0",
                "--x"
            })
    void arguments_areRefused(String wrong) {
        assertThat(run(wrong)).isEqualTo(2);
        assertThat(err.toString()).isNotBlank();
    }
}
