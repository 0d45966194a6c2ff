package org.orcacomet.trials.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.orcacomet.trials.service.ServiceProcess;

/** A command of the distribution that asks a service, and ends well. */
final class DistributionCommand {
    static final Path SERVER = Path.of(System.getProperty("comet.server"));

    /** What makes the throw-away certificates' client an administrator. */
    static final String ADMIN = "org.orcacomet.service/admin.subjects=CN=COMET throw-away client";

    private DistributionCommand() {}

    /** What it says, without a secret; its output goes into this folder. */
    static String run(Path folder, ServiceProcess service, List<String> arguments)
            throws IOException, InterruptedException {
        Path output = Files.createTempFile(folder, "output-", ".txt");
        List<String> command =
                new ArrayList<>(List.of(SERVER.resolve("bin/comet-server").toString()));
        command.addAll(arguments.subList(0, 1));
        command.addAll(List.of(
                "--at", service.address().toString(), "--tls", service.tls().toString()));
        command.addAll(arguments.subList(1, arguments.size()));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
            String said = Files.readString(output);
            assertThat(said).doesNotContain("Marked", SharedCluster.get().password());
            assertThat(process.exitValue()).as(said).isZero();
            return said;
        } finally {
            process.destroyForcibly();
        }
    }
}
