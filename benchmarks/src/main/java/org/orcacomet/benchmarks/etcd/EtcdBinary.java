package org.orcacomet.benchmarks.etcd;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.orcacomet.trials.service.TrialFailure;

/** etcd's program. */
public record EtcdBinary(Path program) {
    private static final long PATIENCE_MINUTES = 5;

    /** The one in this folder, where the script puts it if it is not there yet. */
    public static EtcdBinary fetched(Path script, Path folder) throws IOException, InterruptedException, TrialFailure {
        Path program = folder.resolve("usr/bin/etcd");
        if (!Files.isExecutable(program)) {
            Process fetching = new ProcessBuilder(List.of(script.toString(), folder.toString()))
                    .inheritIO()
                    .start();
            if (!fetching.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES) || fetching.exitValue() != 0) {
                fetching.destroyForcibly();
                throw new TrialFailure("etcd is not there: install it, and name it by --etcd");
            }
        }
        return new EtcdBinary(program);
    }

    /** Whether it can have a port for gRPC alone. */
    boolean separatesHttp() throws IOException {
        return output("--help").contains("--listen-client-http-urls");
    }

    /** What it calls itself, as "etcd 3.5.30". */
    public String version() throws IOException {
        return output("--version")
                .lines()
                .filter(line -> line.startsWith("etcd Version: "))
                .map(line -> "etcd " + line.substring(line.indexOf(':') + 2))
                .findFirst()
                .orElseThrow(() -> new IOException(program + " does not say its version"));
    }

    private String output(String argument) throws IOException {
        Process asked = new ProcessBuilder(program.toString(), argument)
                .redirectErrorStream(true)
                .start();
        return new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
