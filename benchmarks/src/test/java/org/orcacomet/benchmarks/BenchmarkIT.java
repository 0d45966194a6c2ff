package org.orcacomet.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** The shortest forms, with the service as it is distributed. */
class BenchmarkIT {
    private static final Path WORK = Path.of(System.getProperty("benchmarks.work"));

    private static String run(String... arguments) {
        StringWriter said = new StringWriter();
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--seconds", "1", "--rounds", "1", "--warm-up", "1", "--connections", "2"));
        all.addAll(List.of("--server", System.getProperty("comet.server"), "--work", WORK.toString()));
        all.addAll(List.of("--fetch-etcd", "none", "--cluster", System.getProperty("cluster.libraries")));
        CommandLine command = Benchmark.command();
        command.setErr(new PrintWriter(said)).setOut(new PrintWriter(said));
        assertThat(command.execute(all.toArray(String[]::new)))
                .as(said.toString())
                .isZero();
        return said.toString();
    }

    @Test
    void benchmark_measuresEachPartAndLeavesNothing() throws Exception {
        String said = run(
                "--beside", "jetty", "--only", "write,read,enumerate-10,enumerate-1000,mixed,fresh-read,slice,store");

        assertThat(said.lines().filter(line -> line.matches("\\| \\S+ +\\| +2 \\| comet .*")))
                .hasSize(6);
        assertThat(said.lines().filter(line -> line.contains("| bare jetty "))).hasSize(3);
        assertThat(said).contains("| comet's store ", "| rocksdb ", "| fdatasync ", "| published client ", "| plugin ");
        assertThat(Files.list(WORK)).isEmpty();
    }

    @Test
    void grow_measuresEachSize() {
        String said = run("--grow", "100,1000");

        assertThat(said.lines().filter(line -> line.matches("\\| 1(00|,000) .*")))
                .hasSize(2);
    }
}
